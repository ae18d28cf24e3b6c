import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import type { Problem } from '../model/problem/problem.ts';
import { parseWith } from '../model/problem/schemaProblems.ts';
import { proseFaults } from './prose.ts';
import { readYaml, type YamlSource } from './yamlSource.ts';

/** Far above any real wall (about 120 KB); a bigger file is a pasted picture or the wrong file. */
const sizeLimitKb = 512;

/** One content file after reading: its data, or what is wrong with it. */
export interface ContentFile<T> {
  readonly file: string;
  readonly name: string;
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

function read(path: string): string | FileFault {
  const sizeKb = Math.ceil(statSync(path).size / 1024);
  if (sizeKb > sizeLimitKb) {
    return {
      problem: `文件有 ${sizeKb} KB，超过 ${sizeLimitKb} KB`,
      remedy: '检查是不是贴进了图片或别的文件；一面墙的文字用不了这么多',
    };
  }
  return decode(readFileSync(path));
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
interface Place extends Pick<ContentFile<unknown>, 'file' | 'name'> {
  readonly path: string;
}

function broken<T>({ file, name }: Place, faults: readonly FileFault[]): ContentFile<T> {
  return {
    file,
    name,
    problems: faults.map((fault) => ({ severity: 'error', file, path: [], ...fault })),
    lineOf: () => 1,
  };
}

/** A file that cannot be read at all. */
export function refused(place: Place, fault: FileFault): ContentFile<unknown> {
  return broken(place, [fault]);
}

function parseData<S extends z.ZodType>(
  place: Place,
  yaml: YamlSource,
  schema: S,
  further: readonly FileFault[],
): ContentFile<z.output<S>> {
  if (yaml.faults.length > 0) return broken(place, [...yaml.faults, ...further]);
  const parsed = parseWith(schema, yaml.data ?? {});
  const faults = 'data' in parsed ? [] : parsed.faults;
  const placed = faults.map((fault) => ({ ...fault, line: yaml.lineOf(fault.path) }));
  return {
    ...broken(place, [...placed, ...further]),
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
