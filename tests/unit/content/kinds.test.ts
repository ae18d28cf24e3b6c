import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { editorSchemas } from '../../../src/model/content/editorSchemas.ts';
import { kindNames, kinds, type Kind } from '../../../src/model/content/kinds.ts';

const placeOf = (kind: Kind) => (kind.form === 'folder' ? kind.folder : kind.file);
const rows = kindNames.map((name) => [name, kinds[name]] as const);

interface Node {
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly anyOf?: readonly Node[];
}

/** Every part of a JSON schema that asks for a pattern; forms of a union share one remedy. */
function patterns(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Node;
  const inner = Object.entries(own).flatMap(([key, value]) =>
    key === 'anyOf' ? [] : patterns(value),
  );
  return own.pattern === undefined ? inner : [own, ...inner];
}

describe('内容的种类', () => {
  test('内容文件夹里每一样东西都有一行，没有写了却没人读的', () => {
    const known = rows.map(([, kind]) => placeOf(kind));
    expect(readdirSync('content').filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  test.each(rows)('%s 里要求写法的字段，编辑器里也说得出怎么写', (_, { schema }) => {
    const asked = patterns(z.toJSONSchema(schema, { io: 'input' }));
    expect(asked.filter(({ patternErrorMessage }) => !patternErrorMessage)).toEqual([]);
  });

  test('编辑器知道每一种 YAML 文件按哪份规则提示', () => {
    const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
      'yaml.schemas': Record<string, string>;
    };
    expect(settings['yaml.schemas'], '运行 npm run editor-settings 重写').toEqual(editorSchemas());
  });

  test('没有一个 YAML 文件漏在提示外面', () => {
    const hinted = Object.values(editorSchemas()).flatMap((pattern) => globSync(pattern));
    expect(globSync('content/**/*.yaml').filter((file) => !hinted.includes(file))).toEqual([]);
  });
});
