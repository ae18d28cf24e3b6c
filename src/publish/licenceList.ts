import type { Plugin, Rollup } from 'vite';
import { originsOf, readPackage, type ShippedPackage } from './shippedPackages.ts';

/** Name of the published list, at the root of the site. */
export const licenceFile = 'licences.txt';

const line = '='.repeat(72);

/**
 * The published list: what is used, then one section per package with its full licence text.
 * @returns text with a byte order mark, because servers send .txt without saying that it is UTF-8.
 */
export function formatLicences(packages: readonly ShippedPackage[]): string {
  const sections = packages.map(
    ({ name, version, licence, text }) =>
      `${line}\n${name} ${version}\n许可：${licence}\n\n${text}\n`,
  );
  return [
    '\uFEFF本站用到的开源程序和许可\n',
    `读者的浏览器里运行的代码用到下面 ${packages.length} 个包，每个包附许可全文。清单在生成网站时由实际打包的模块列出。\n`,
    ...packages.map(({ name, version, licence }) => `- ${name} ${version}（${licence}）`),
    '',
    ...sections,
  ].join('\n');
}

/** Ids of the modules of which something is left in a script; the rest was dropped as unused. */
function shippedModules(bundle: Rollup.OutputBundle): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'asset'
      ? []
      : Object.entries(output.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 ? [id] : [],
        ),
  );
}

/** Every package in the scripts, each version once, sorted by name. */
function shippedPackages(bundle: Rollup.OutputBundle, root: string): ShippedPackage[] {
  const filesOf = new Map<string, string[]>();
  for (const { folder, file } of shippedModules(bundle).flatMap((id) => originsOf(id, root))) {
    filesOf.set(folder, [...(filesOf.get(folder) ?? []), ...(file ? [file] : [])]);
  }
  const packages = [...filesOf].map(([folder, files]) => readPackage(folder, files));
  const byName = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** A plugin of Vite that publishes the licences of all code which readers' browsers are given. */
export function licenceList(): Plugin {
  return {
    name: 'licence-list',
    apply: 'build',
    generateBundle(_options, bundle) {
      // Astro's other build makes the pages; its modules stay on the machine that builds.
      if (this.environment.name !== 'client') return;
      this.emitFile({
        type: 'asset',
        fileName: licenceFile,
        source: formatLicences(shippedPackages(bundle, this.environment.config.root)),
      });
    },
  };
}
