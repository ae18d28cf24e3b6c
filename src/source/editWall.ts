import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { RiskAddition, RiskEdit, RiskMove, WallChanges } from '../model/workbook/changes.ts';
import { lineFields } from '../model/workbook/columns.ts';
import { controlPhases } from '../model/vocabulary.ts';
import type { Control, Risk } from '../model/wall/wallSchema.ts';
import {
  applySplices,
  lineAfter,
  lineStart,
  replaceScalar,
  scalarText,
  type Splice,
} from './yamlSplice.ts';

/** The file is written in a way that this program does not rewrite; a person can. */
export class UneditableError extends Error {}

interface RiskNode {
  readonly risk: YAMLMap;
  readonly list: YAMLSeq;
  readonly step: YAMLMap;
}

function items(node: unknown): YAMLMap[] {
  return isSeq(node) ? (node.items.filter(isMap) as YAMLMap[]) : [];
}

function stepsOf(yaml: string): YAMLMap[] {
  return items(parseDocument(yaml).get('steps'));
}

function findRisk(yaml: string, id: string): RiskNode {
  for (const step of stepsOf(yaml)) {
    const list = step.get('risks');
    const risk = items(list).find((item) => item.get('id') === id);
    if (risk && isSeq(list)) return { risk, list, step };
  }
  throw new UneditableError(`文件里找不到风险点 ${id}`);
}

function inBlock(list: YAMLSeq, what: string): YAMLSeq {
  if (list.flow) throw new UneditableError(`${what}写在一行的方括号里，请手工改成一项一行`);
  return list;
}

/** What stands before the text of a list item on its line: `      - `. */
const dash = (yaml: string, item: Node) => yaml.slice(lineStart(yaml, item), item.range?.[0] ?? 0);

const indentOf = (prefix: string) => prefix.slice(0, prefix.length - prefix.trimStart().length);

function controlText(prefix: string, { phase, by, text }: Control): string {
  const inner = ' '.repeat(prefix.length);
  return `${prefix}phase: ${phase}\n${inner}by: ${scalarText(by, false)}\n${inner}text: ${scalarText(text, false)}\n`;
}

function spliceControls(yaml: string, risk: YAMLMap, after: Risk): Splice[] {
  const list = risk.get('controls');
  if (!isSeq(list)) throw new UneditableError(`${after.id} 的 controls 不是列表`);
  const splices: Splice[] = [];
  const all = items(list);
  let anchor: YAMLMap | undefined;
  for (const phase of controlPhases) {
    const old = all.filter((item) => item.get('phase') === phase);
    const wanted = after.controls.filter((control) => control.phase === phase);
    old.forEach((item, i) => {
      const control = wanted[i];
      if (!control) {
        inBlock(list, 'controls ');
        splices.push({ start: lineStart(yaml, item), end: lineAfter(yaml, item), text: '' });
        return;
      }
      for (const key of ['by', 'text'] as const) {
        const node = item.get(key, true);
        if (isScalar(node) && node.value !== control[key]) {
          splices.push(replaceScalar(node, control[key], item.flow === true));
        }
      }
    });
    anchor = old[old.length - 1] ?? anchor;
    const added = wanted.slice(old.length);
    const sample = anchor ?? all[0];
    if (added.length > 0 && sample) {
      inBlock(list, 'controls ');
      const at = anchor ? lineAfter(yaml, anchor) : lineStart(yaml, sample);
      const prefix = dash(yaml, sample);
      splices.push({
        start: at,
        end: at,
        text: added.map((control) => controlText(prefix, control)).join(''),
      });
    }
  }
  return splices;
}

/** A list of single lines: what changed is written, what did not keeps its place. */
function spliceList(
  yaml: string,
  risk: YAMLMap,
  name: 'penalties' | 'posts',
  after: Risk,
): Splice[] {
  const list = risk.get(name);
  if (!isSeq(list)) throw new UneditableError(`${after.id} 的 ${name} 不是列表`);
  const nodes = list.items.filter(isScalar);
  const wanted = after[name];
  const [start, end] = list.range ?? [0, 0];
  if (list.flow && nodes.map(({ value }) => value).join('\n') !== wanted.join('\n')) {
    return [{ start, end, text: `[${wanted.map((text) => scalarText(text, true)).join(', ')}]` }];
  }
  const key = risk.items.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key;
  if (wanted.length === 0 && nodes.length > 0 && isScalar(key) && key.range) {
    return [{ start: key.range[1], end: lineAfter(yaml, list), text: ': []\n' }];
  }
  const last = nodes[nodes.length - 1];
  const added = wanted.slice(nodes.length);
  return [
    ...nodes.flatMap((node, i) => {
      const text = wanted[i];
      if (text === undefined) {
        return [{ start: lineStart(yaml, node), end: lineAfter(yaml, node), text: '' }];
      }
      return node.value === text ? [] : [replaceScalar(node, text, false)];
    }),
    ...(last && added.length > 0
      ? [
          {
            start: lineAfter(yaml, last),
            end: lineAfter(yaml, last),
            text: added.map((text) => `${dash(yaml, last)}${scalarText(text, false)}\n`).join(''),
          },
        ]
      : []),
  ];
}

function spliceLines(yaml: string, risk: YAMLMap, { before, after }: RiskEdit): Splice[] {
  return lineFields.flatMap((key): Splice[] => {
    const value = after[key];
    if (value === before[key]) return [];
    const node = risk.get(key, true) as Node | undefined;
    if (isScalar(node) && value !== undefined) {
      return [replaceScalar(node, value, risk.flow === true)];
    }
    if (risk.flow) throw new UneditableError(`${after.id} 写在一行的花括号里，请手工改`);
    if (isScalar(node)) {
      return [{ start: lineStart(yaml, node), end: lineAfter(yaml, node), text: '' }];
    }
    // A field that the file does not have yet: on its own line after the warning sign.
    const sign = risk.get('warningSign', true) as Node;
    const at = lineAfter(yaml, sign);
    const indent = ' '.repeat(dash(yaml, risk).length);
    return [{ start: at, end: at, text: `${indent}${key}: ${scalarText(value ?? '', false)}\n` }];
  });
}

function editRisk(yaml: string, edit: RiskEdit): string {
  const { risk } = findRisk(yaml, edit.before.id);
  const differs = (key: 'controls' | 'penalties' | 'posts') =>
    JSON.stringify(edit.before[key]) !== JSON.stringify(edit.after[key]);
  return applySplices(yaml, [
    ...spliceLines(yaml, risk, edit),
    ...(differs('controls') ? spliceControls(yaml, risk, edit.after) : []),
    ...(['posts', 'penalties'] as const).flatMap((name) =>
      differs(name) ? spliceList(yaml, risk, name, edit.after) : [],
    ),
  ]);
}

/** The key and the list of a step's risks; a comment in its place when the list was all there was. */
function cutRisk(yaml: string, id: string, note?: string): { yaml: string; block: string } {
  const { risk, list, step } = findRisk(yaml, id);
  inBlock(list, `${id} 所在的 risks `);
  const start = lineStart(yaml, risk);
  const end = lineAfter(yaml, risk);
  const key = step.items.find((pair) => isScalar(pair.key) && pair.key.value === 'risks')?.key;
  const isLast = list.items.length === 1 && isScalar(key);
  const from = isLast ? lineStart(yaml, key) : start;
  const indent = indentOf(yaml.slice(start, risk.range?.[0] ?? start));
  // Notes of earlier deletions above the last risk have to outlive it.
  const kept = isLast ? yaml.slice(yaml.indexOf('\n', from) + 1, start) : '';
  const text = kept + (note ? `${indent}# ${note}\n` : '');
  return {
    yaml: applySplices(yaml, [{ start: from, end, text }]),
    block: yaml.slice(start, end),
  };
}

/** Puts the lines of a risk at the end of the risks of a step. */
function putRisk(yaml: string, stepId: string, block: string): string {
  const step = stepsOf(yaml).find((one) => one.get('id') === stepId);
  if (!step) throw new UneditableError(`文件里找不到步骤 ${stepId}`);
  const list = step.get('risks');
  const last = items(list).pop();
  if (isSeq(list) && last) {
    inBlock(list, `${stepId} 的 risks `);
    const at = lineAfter(yaml, last);
    const shifted = reindent(block, indentOf(dash(yaml, last)).length);
    return applySplices(yaml, [{ start: at, end: at, text: shifted }]);
  }
  const indent = ' '.repeat(dash(yaml, step).length);
  const text = `${indent}risks:\n${reindent(block, indent.length + 2)}`;
  const key = step.items.find((pair) => isScalar(pair.key) && pair.key.value === 'risks')?.key;
  if (isSeq(list) && isScalar(key)) {
    const start = lineStart(yaml, key);
    return applySplices(yaml, [{ start, end: lineAfter(yaml, list), text }]);
  }
  const at = lineAfter(yaml, step);
  return applySplices(yaml, [{ start: at, end: at, text }]);
}

function reindent(block: string, indent: number): string {
  const shift = indent - (block.length - block.trimStart().length);
  return block
    .split('\n')
    .map((line) =>
      line === '' ? line : shift >= 0 ? ' '.repeat(shift) + line : line.slice(-shift),
    )
    .join('\n');
}

/** A new risk as the walls are written: fields first, then controls and penalties. */
function riskText(risk: Risk): string {
  const lines = lineFields.flatMap((key) => {
    const value = risk[key];
    const line = value === undefined ? [] : [`  ${key}: ${scalarText(value, false)}\n`];
    const posts = risk.posts.map((name) => scalarText(name, true)).join(', ');
    return key === 'department' ? [...line, `  posts: [${posts}]\n`] : line;
  });
  const controls = risk.controls.map((control) => controlText('    - ', control)).join('');
  const penalties =
    risk.penalties.length === 0
      ? '  penalties: []\n'
      : `  penalties:\n${risk.penalties.map((text) => `    - ${scalarText(text, false)}\n`).join('')}`;
  return `- id: ${risk.id}\n${lines.join('')}  controls:\n${controls}${penalties}`;
}

const move = (yaml: string, { id, toStep }: RiskMove) => {
  const cut = cutRisk(yaml, id);
  return putRisk(cut.yaml, toStep, cut.block);
};
const add = (yaml: string, { risk, stepId }: RiskAddition) => putRisk(yaml, stepId, riskText(risk));
/** The note keeps the id from being given again: `nextRiskId` counts every id that a file mentions. */
const remove = (yaml: string, { id }: Risk) => cutRisk(yaml, id, `${id} 已删除，编号不再用`).yaml;

/**
 * Writes changes into the text of a wall file. What did not change stays to the byte: prose,
 * comments, order of keys, quoting, line ends.
 * @param text the whole file.
 * @param withDeletions whether risks that the sheet no longer has are taken out.
 * @throws UneditableError when a list to be changed is written on one line.
 */
export function editWall(text: string, changes: WallChanges, withDeletions: boolean): string {
  const isWindows = text.includes('\r\n');
  if (isWindows && /[^\r]\n/.test(text)) {
    throw new UneditableError('文件里混用了两种换行，用编辑器统一成 LF 再导入');
  }
  const unix = isWindows ? text.replaceAll('\r\n', '\n') : text;
  const start = unix.indexOf('\n') + 1;
  const end = /\n---[ \t]*(?:\n|$)/.exec(unix);
  if (!end) throw new UneditableError('字段部分没有结束的 ---');
  let yaml = unix.slice(start, end.index + 1);
  for (const edit of changes.edits) yaml = editRisk(yaml, edit);
  for (const one of changes.moves) yaml = move(yaml, one);
  for (const one of changes.additions) yaml = add(yaml, one);
  if (withDeletions) for (const risk of changes.missing) yaml = remove(yaml, risk);
  const edited = unix.slice(0, start) + yaml + unix.slice(end.index + 1);
  return isWindows ? edited.replaceAll('\n', '\r\n') : edited;
}
