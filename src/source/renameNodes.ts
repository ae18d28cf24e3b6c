import { isMap, isScalar, isSeq, visit, type Document, type Scalar, type YAMLMap } from 'yaml';
import type { PostRename } from './renameRequest.ts';
import { lineStart, scalarText, type Splice } from './yamlSplice.ts';

/** A stretch of a text, `end` not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What stands under keys of one name, wherever in the file, with the key itself. */
export function stretchesUnder(document: Document, keys: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !keys.includes(String(key.value))) return undefined;
      const node = isScalar(value) || isMap(value) || isSeq(value) ? value : key;
      if (key.range && node.range) found.push({ start: key.range[0], end: node.range[1] });
      return visit.SKIP;
    },
  });
  return found;
}

const maps = (node: unknown): YAMLMap[] => (isSeq(node) ? node.items.filter(isMap) : []);
const scalars = (node: unknown): Scalar[] => (isSeq(node) ? node.items.filter(isScalar) : []);

/** The name inside a scalar that says nothing else, however it is quoted. */
function spliceName(yaml: string, node: unknown, { from, to }: PostRename): Splice[] {
  if (!isScalar(node) || node.value !== from.name || !node.range) return [];
  const start = yaml.indexOf(from.name, node.range[0]);
  const end = start + from.name.length;
  // Written with escapes, the name is not there to be replaced; the checks will tell.
  return start === -1 || end > node.range[1] ? [] : [{ start, end, text: to }];
}

const spliceList = (yaml: string, list: unknown, rename: PostRename): Splice[] =>
  scalars(list).flatMap((node) => spliceName(yaml, node, rename));

/** End of the line on which this place lies, before its line break. */
function lineEnd(yaml: string, at: number): number {
  const end = /\r?\n/.exec(yaml.slice(at));
  return end ? at + end.index : yaml.length;
}

const newline = (yaml: string) => (yaml.includes('\r\n') ? '\r\n' : '\n');

/** A further item in the manner of the list. */
function addItem(yaml: string, list: unknown, name: string): Splice[] {
  if (!isSeq(list) || !list.range) return [];
  const text = scalarText(name, list.flow === true);
  const last = scalars(list).pop();
  if (!last?.range) return [{ start: list.range[0], end: list.range[1], text: `[${text}]` }];
  if (list.flow) return [{ start: last.range[1], end: last.range[1], text: `, ${text}` }];
  const dash = yaml.slice(lineStart(yaml, last), last.range[0]);
  const at = lineEnd(yaml, last.range[1]);
  return [{ start: at, end: at, text: `${newline(yaml)}${dash}${text}` }];
}

/** The list of aliases where a post has none yet: after its level, as the others are written. */
function addList(yaml: string, post: YAMLMap, alias: string): Splice[] {
  const [pair] = ['level', 'name'].flatMap((name) =>
    post.items.filter(({ key }) => isScalar(key) && key.value === name),
  );
  if (!pair || !isScalar(pair.key) || !isScalar(pair.value)) return [];
  const [keyStart, valueEnd] = [pair.key.range?.[0], pair.value.range?.[1]];
  if (keyStart === undefined || valueEnd === undefined) return [];
  const text = `aliases: [${scalarText(alias, true)}]`;
  if (post.flow) return [{ start: valueEnd, end: valueEnd, text: `, ${text}` }];
  const at = lineEnd(yaml, valueEnd);
  const indent = ' '.repeat(keyStart - lineStart(yaml, pair.key));
  return [{ start: at, end: at, text: `${newline(yaml)}${indent}${text}` }];
}

/** Rosters that still write the old name go on finding their post by it. */
function keepAsAlias(yaml: string, post: YAMLMap, name: string): Splice[] {
  if (!post.has('aliases')) return addList(yaml, post, name);
  const list = post.get('aliases');
  if (scalars(list).some(({ value }) => value === name)) return [];
  return addItem(yaml, list, name);
}

function spliceCatalogue(yaml: string, document: Document, rename: PostRename): Splice[] {
  return maps(document.get('posts'))
    .filter((post) => post.get('name') === rename.from.name)
    .flatMap((post) => [
      ...spliceName(yaml, post.get('name', true), rename),
      ...keepAsAlias(yaml, post, rename.from.name),
    ]);
}

function spliceWall(yaml: string, document: Document, rename: PostRename): Splice[] {
  return maps(document.get('steps'))
    .flatMap((step) => maps(step.get('risks')))
    .filter((risk) => risk.get('department') === rename.department.name)
    .flatMap((risk) => spliceList(yaml, risk.get('posts'), rename));
}

/**
 * The places at which a post stands without its department, because the file or the risk says whose
 * post it is, and the alias that keeps the old name.
 * @param file below the content folder, for example `posts/cadastre.yaml`.
 * @param yaml the text from which `document` was read.
 */
export function splicePosts(
  file: string,
  yaml: string,
  document: Document,
  rename: PostRename,
): Splice[] {
  const { id } = rename.department;
  if (file === `posts/${id}.yaml`) return spliceCatalogue(yaml, document, rename);
  if (file === `letters/pledges/${id}.yaml`) {
    return maps(document.get('pledges')).flatMap((pledge) =>
      spliceList(yaml, pledge.get('posts'), rename),
    );
  }
  return file.startsWith('walls/') ? spliceWall(yaml, document, rename) : [];
}
