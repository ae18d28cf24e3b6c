import {
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';
import { controlFault } from '../model/text/controlCharacters.ts';
import { readPlainYaml } from './plainYaml.ts';
import { explainColon, explainFaults } from './yamlFaults.ts';
import { yamlSlips, type YamlSlip } from './yamlSlips.ts';

export interface YamlFault {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}

/** YAML text that was read, with the way back from a field to its line. */
export interface YamlSource {
  readonly data: unknown;
  /** False when there is no use in looking at the data. */
  readonly isReadable: boolean;
  readonly faults: readonly YamlFault[];
  /** Line (from 1) of the field at this path, or of the nearest field around it. */
  lineOf(path: readonly (string | number)[]): number;
  /** What a wrong colon on this line does, if there is one. */
  colonFaultAt(line: number): Omit<YamlFault, 'line'> | undefined;
}

type Placed = Pick<YamlSlip, 'offset' | 'problem' | 'remedy' | 'isBreaking'>;

const hashFirst = {
  problem: '文字以 # 开头，整段被当成注释，等于没有写',
  remedy: '是文字：整段加上单引号；是注释：另起一行写，没有内容的字段删掉',
  isBreaking: false,
};

/** What only the structure shows: values that are not there because YAML took them for something else. */
function slipsInTree(document: Document, text: string): Placed[] {
  const slips: Placed[] = [];
  const isHash = (offset: number) => /^:?[ \t]+#/.test(text.slice(offset, offset + 80));
  visit(document, (_, node) => {
    if (isPair(node) && isScalar(node.key) && node.key.range) {
      const [start, end] = node.key.range;
      const isEmpty = node.value === null || (isScalar(node.value) && node.value.value === null);
      if (!isEmpty) return;
      const colon = explainColon(String(node.key.value));
      if (colon && String(node.key.value).includes('：')) {
        slips.push({ offset: start, ...colon, isBreaking: true });
      } else if (isHash(end)) slips.push({ offset: end, ...hashFirst });
    }
    if (isSeq(node)) {
      for (const item of node.items) {
        if (!isScalar(item) || item.value !== null || !item.range) continue;
        const [start] = item.range;
        if (isHash(start) || isHash(start - 1)) slips.push({ offset: start, ...hashFirst });
      }
    }
  });
  return slips;
}

/** Control characters that stand in quotes by their number (`"\u0007"`), where no eye and no editor sees them. */
function escapedControls(document: Document): Placed[] {
  const slips: Placed[] = [];
  visit(document, {
    Scalar(_, node) {
      const found = typeof node.value === 'string' ? controlFault(node.value) : undefined;
      if (found && node.range) slips.push({ offset: node.range[0], ...found, isBreaking: false });
    },
  });
  return slips;
}

/** The faults of a text in the order of its lines, one to a line. */
function faultsOf(document: Document, text: string): Placed[] {
  const tab = /^ *\t/m.exec(text);
  if (tab) {
    // A tab derails the parser in several places; the author needs to hear of it once.
    return [
      {
        offset: tab.index,
        problem: '用了制表符（Tab）缩进',
        remedy: '把行首的制表符换成空格，每一级两个空格',
        isBreaking: true,
      },
    ];
  }
  const slips = yamlSlips(text);
  if (document.errors.length === 0) {
    return [...slips, ...slipsInTree(document, text), ...escapedControls(document)];
  }
  const firstSlip = Math.min(...slips.map(({ offset }) => offset));
  const errors = explainFaults(text, document.errors)
    // What comes after a slip may well come of it.
    .filter(({ offset, isCertain }) => offset < firstSlip || (isCertain && slips.length === 0))
    .map((error) => ({ ...error, isBreaking: true }));
  return [...errors, ...slips.map((slip) => ({ ...slip, isBreaking: true }))];
}

/**
 * Reads YAML 1.2; dates stay text. Anchors, aliases and tags are refused: no content needs them, and
 * an author who begins a sentence with their signs means the signs.
 * @param firstLine line in the file at which the YAML begins, from 1.
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const plain = readPlainYaml(text);
  if (!plain) return parseYaml(text, firstLine);
  return {
    data: plain.data,
    isReadable: true,
    faults: [],
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const line = plain.lineOf(path.slice(0, length));
        if (line !== undefined) return line + firstLine - 1;
      }
      return firstLine;
    },
    colonFaultAt: colonFaults(text, firstLine),
  };
}

/** What a colon does, by line. */
function colonFaults(text: string, firstLine: number): YamlSource['colonFaultAt'] {
  let lines: readonly string[] | undefined;
  return (line) => explainColon((lines ??= text.split('\n'))[line - firstLine] ?? '');
}

/** The same as `readYaml`, by the parser of all YAML. */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const found = faultsOf(document, text);
  const faults = [...found]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, problem, remedy }) => ({ line: lineAt(offset), problem, remedy }))
    .filter(({ line }, i, all) => all[i - 1]?.line !== line);
  const isReadable = found.every(({ isBreaking }) => !isBreaking);
  return {
    data: isReadable ? document.toJS() : undefined,
    isReadable,
    faults,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return firstLine;
    },
    colonFaultAt: colonFaults(text, firstLine),
  };
}
