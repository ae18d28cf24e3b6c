import { isMap, isScalar, isSeq, stringify, type Node, type Pair, type Scalar } from 'yaml';
import { isInCurlyQuotes } from './yamlSlips.ts';

/** Replaces the characters from `start` up to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap; everything between them stays as it is. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let done = 0;
  let result = '';
  for (const { start, end, text: insert } of ordered) {
    if (start < done) throw new Error('两处改动重叠');
    result += text.slice(done, start) + insert;
    done = end;
  }
  return result + text.slice(done);
}

function rangeOf(node: Node): readonly [number, number] {
  if (!node.range) throw new Error('没有位置的节点');
  return [node.range[0], node.range[1]];
}

/** Start of the line on which the node begins. */
export function lineStart(text: string, node: Node): number {
  return text.lastIndexOf('\n', rangeOf(node)[0] - 1) + 1;
}

/** Where the last character of a node stands; a block collection itself runs on into blank lines. */
function lastCharacter(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items[node.items.length - 1] as Pair | Node | undefined;
    const inner = last && 'key' in last ? (last.value ?? last.key) : last;
    if (inner) return lastCharacter(inner as Node);
  }
  const [, end] = rangeOf(node);
  return isScalar(node) && node.type?.startsWith('BLOCK') ? end - 1 : end;
}

/** Start of the line after the node; a comment on its last line belongs to it. */
export function lineAfter(text: string, node: Node): number {
  const end = text.indexOf('\n', lastCharacter(node));
  return end === -1 ? text.length : end + 1;
}

/** A value as YAML on one line, quoted only where it must be. */
export function scalarText(value: string, inFlow: boolean): string {
  const plain = stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
  const isBare = plain === value;
  // Bare, they would be taken for the quotes of YAML in the wrong width, and refused.
  const isMistakable = isInCurlyQuotes(value) || (inFlow && /[,[\]{}]/.test(value));
  return isBare && isMistakable ? `'${value.replaceAll("'", "''")}'` : plain;
}

/** Gives a scalar another value in the manner in which it is written. */
export function replaceScalar(node: Scalar, value: string, inFlow: boolean): Splice {
  const [start, end] = rangeOf(node);
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return { start, end, text: `'${value.replaceAll("'", "''")}'` };
    case 'QUOTE_DOUBLE':
      return { start, end, text: JSON.stringify(value) };
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return { start, end: end - 1, text: scalarText(value, false) };
    default:
      return { start, end, text: scalarText(value, inFlow) };
  }
}
