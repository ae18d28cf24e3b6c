import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import type { Problem } from '../model/problem/problem.ts';
import { parseWith, type SchemaProblem } from '../model/problem/schemaProblems.ts';
import { controlCharacters, controlFault } from '../model/text/controlCharacters.ts';
import { proseFaults } from './prose.ts';
import { readYaml, type YamlSource } from './yamlSource.ts';

/** Far above any real wall (about 120 KB); a bigger file is a pasted picture or the wrong file. */
const sizeLimitKb = 512;

/** One content file after reading: its data, or what is wrong with it. */
export interface ContentFile<T> {
  readonly file: string;
  readonly name: string;
  /** On this machine. */
  readonly path: string;
  readonly data?: T;
  readonly problems: readonly Problem[];
  readonly lineOf: YamlSource['lineOf'];
}

interface FileFault {
  readonly problem: string;
  readonly remedy: string;
  readonly line?: number;
  readonly path?: readonly (string | number)[];
}

function decode(bytes: Buffer): string | FileFault {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      problem: '文件开头有 BOM 标记',
      remedy: '用编辑器另存为“UTF-8（无 BOM）”',
    };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return {
      problem: '文件不是 UTF-8 编码，多半是 GBK',
      remedy: '用编辑器另存为“UTF-8（无 BOM）”',
    };
  }
}

/** The text, unless characters stand in it that nobody sees. */
function withoutControls(text: string): string | FileFault {
  const [first] = controlCharacters(text);
  const found = controlFault(text);
  if (!first || !found) return text;
  return { ...found, line: text.slice(0, first.index).split('\n').length };
}

function read(path: string): string | FileFault {
  const sizeKb = Math.ceil(statSync(path).size / 1024);
  if (sizeKb > sizeLimitKb) {
    return {
      problem: `文件有 ${sizeKb} KB，超过 ${sizeLimitKb} KB`,
      remedy: '检查是不是贴进了图片或别的文件；一面墙的文字用不了这么多',
    };
  }
  const text = decode(readFileSync(path));
  return typeof text === 'string' ? withoutControls(text) : text;
}

function splitFrontmatter(text: string): { yaml: string; prose: string } | FileFault {
  if (!/^---[ \t]*\n/.test(text)) {
    return { problem: '文件开头没有 ---', remedy: '第一行写三个短横 ---，接着写各个字段' };
  }
  const end = /\n---[ \t]*(?:\n|$)/.exec(text);
  if (!end) return { problem: '字段部分没有结束的 ---', remedy: '在字段写完以后另起一行写 ---' };
  const start = text.indexOf('\n') + 1;
  return {
    yaml: text.slice(start, end.index + 1),
    prose: text.slice(end.index + end[0].length),
  };
}

/** Which file it is: as authors know it, without its ending, and on this machine. */
type Place = Pick<ContentFile<unknown>, 'file' | 'name' | 'path'>;

function broken<T>({ file, name, path }: Place, faults: readonly FileFault[]): ContentFile<T> {
  return {
    file,
    name,
    path,
    problems: faults.map((fault) => ({ severity: 'error', file, path: [], ...fault })),
    lineOf: () => 1,
  };
}

/** A file that cannot be read at all. */
export function refused(place: Place, fault: FileFault): ContentFile<unknown> {
  return broken(place, [fault]);
}

/**
 * The faults of the schema with their lines. What a slip on the same line has explained is not said
 * again, and where a colon is the cause the colon is named.
 */
function placedFaults(yaml: YamlSource, faults: readonly SchemaProblem[]): FileFault[] {
  const told = new Set(yaml.faults.map(({ line }) => line));
  return faults.flatMap((fault): FileFault[] => {
    const line = yaml.lineOf(fault.path);
    const colon = yaml.colonFaultAt(line);
    if (told.has(line)) return [];
    if (colon) told.add(line);
    return [{ ...fault, line, ...colon }];
  });
}

function parseData<S extends z.ZodType>(
  place: Place,
  yaml: YamlSource,
  schema: S,
  further: readonly FileFault[],
): ContentFile<z.output<S>> {
  if (!yaml.isReadable) return broken(place, [...yaml.faults, ...further]);
  const parsed = parseWith(schema, yaml.data ?? {});
  const faults = 'data' in parsed ? [] : placedFaults(yaml, parsed.faults);
  return {
    ...broken(place, [...yaml.faults, ...faults, ...further]),
    ...('data' in parsed && { data: parsed.data }),
    lineOf: yaml.lineOf,
  };
}

/** Reads a YAML file and checks its shape. */
export function readYamlFile<S extends z.ZodType>(
  place: Place,
  schema: S,
): ContentFile<z.output<S>> {
  const text = read(place.path);
  if (typeof text !== 'string') return broken(place, [text]);
  return parseData(place, readYaml(text), schema, []);
}

/** Reads an MDX file: shape of its frontmatter, and plain prose below it. */
export function readMdxFile<S extends z.ZodType>(
  place: Place,
  schema: S,
): ContentFile<z.output<S>> {
  const text = read(place.path);
  if (typeof text !== 'string') return broken(place, [text]);
  const parts = splitFrontmatter(text);
  if ('problem' in parts) return broken(place, [parts]);
  const yamlFirstLine = 2;
  const proseFirstLine = parts.yaml.split('\n').length + yamlFirstLine;
  return parseData(
    place,
    readYaml(parts.yaml, yamlFirstLine),
    schema,
    proseFaults(parts.prose, proseFirstLine),
  );
}
