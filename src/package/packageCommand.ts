// npm run package [-- --base /fangkong/]: makes what is handed to those who run the server.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageSite } from './packageSite.ts';

const usage = `用法：
  npm run package                         生成网站并打包，放在任何路径下都能用
  npm run package -- --base /fangkong/    只放在这个路径下
  npm run package -- --built dist         不重新生成，打包生成好的这一份（连同 npm run print -- … --link 印的 PDF）
可以加：
  --out out        放在哪个文件夹`;

/** Apart from dist/, where someone may be looking at a site or have printed into it. */
const ownBuild = 'node_modules/.cache/package-site';

function typed() {
  try {
    return parseArgs({
      options: {
        base: { type: 'string' },
        built: { type: 'string' },
        out: { type: 'string', default: 'out' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new Error(`有不认识的写法：${process.argv.slice(2).join(' ')}\n${usage}`);
  }
}

function readArguments() {
  const { values } = typed();
  if (values.help) throw new Error(usage);
  if (values.base !== undefined && values.built !== undefined)
    throw new Error('--base 和 --built 只能写一个：生成好的网站已经定了路径。');
  if (values.base !== undefined && !/^\/(?:[\w.-]+\/)*$/.test(values.base))
    throw new Error(`--base 前后都要有斜杠，例如 /fangkong/，写的是“${values.base}”。`);
  return values;
}

/** The build is a command of its own, as it sets up this process for one path only. */
function build(base = '/'): string {
  const command = ['src/publish/buildSite.ts', '--base', base, '--outDir', ownBuild];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) throw new Error('网站没有生成，先照上面说的改好，再打包。');
  return ownBuild;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`;
const size = (bytes: number) =>
  bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

try {
  const { base, built, out } = readArguments();
  const began = Date.now();
  const folder = built ?? build(base);
  const packing = Date.now();
  const { version: programVersion } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    version: string;
  };
  const { files, version, siteFileCount } = await packageSite(folder, programVersion);
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(out, name), bytes);
    console.log(`${name}  ${size(bytes.length)}`);
  }
  console.log(
    `版本 ${version}，放到服务器上的文件 ${siteFileCount} 个，在 ${resolve(out)}；生成 ${seconds(packing - began)}，打包 ${seconds(Date.now() - packing)}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
