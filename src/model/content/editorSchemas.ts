import { kindNames, kinds, type Kind } from './kinds.ts';

/**
 * Which schema an editor checks which files by, for the setting `yaml.schemas` of VS Code. Astro
 * writes a JSON schema for each kind; for `.mdx` files its own extension finds them by itself.
 */
export function editorSchemas(): Record<string, string> {
  return Object.fromEntries(
    kindNames.flatMap((name) => {
      const kind: Kind = kinds[name];
      if (kind.form === 'folder' && kind.ending !== '.yaml') return [];
      const files = kind.form === 'folder' ? `${kind.folder}/*.yaml` : kind.file;
      return [[`.astro/collections/${name}.schema.json`, `content/${files}`]];
    }),
  );
}
