import { controlCharacters } from '../model/text/controlCharacters.ts';
import { FlowReader, isPlainKey, NotPlain, plainValue, quotedValue } from './plainScalars.ts';

/** YAML that was read line by line. */
export interface PlainYaml {
  readonly data: unknown;
  /** Line (from 1, in this text) of the value at this path; undefined when there is none. */
  lineOf(path: readonly (string | number)[]): number | undefined;
}

type Container = unknown[] | Record<string, unknown>;

/** A line with something on it. */
interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line, i): Line[] => {
    const [spaces = ''] = /^ */.exec(line) ?? [];
    const rest = line.slice(spaces.length);
    return rest === '' || rest.startsWith('#')
      ? []
      : [{ number: i + 1, indent: spaces.length, text: rest }];
  });
}

const entry = /^([^\s'":#][^\s:]*|'[^']*'|"[^"\\]*"):(?: +(.*))?$/;

/** The name and the rest of `name: value`; undefined for a line that is none. */
function entryOf(text: string): { readonly key: string; readonly rest: string } | undefined {
  const [, written = '', rest = ''] = entry.exec(text) ?? [];
  const key = /^['"]/.test(written) ? written.slice(1, -1) : written;
  if (written === '' || (key === written && !isPlainKey(key))) return undefined;
  return key === '__proto__' ? undefined : { key, rest };
}

const itemStart = /^- +(?=[^ ])/;

class PlainReader {
  /** Where the values of a list or group stand; in brackets, all on its own line. */
  readonly #places = new WeakMap<object, Map<string, number> | number>();
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(text: string) {
    this.#lines = linesOf(text);
  }

  readAll(): Container {
    const first = this.#lines[0];
    if (!first || first.indent !== 0) throw new NotPlain();
    const data = this.#block(0);
    if (this.#at < this.#lines.length) throw new NotPlain();
    return data;
  }

  lineIn(container: Container, key: string): number | undefined {
    const places = this.#places.get(container);
    return typeof places === 'number' ? places : places?.get(key);
  }

  /** The list or group that begins on this line, at this depth. */
  #block(indent: number): Container {
    return this.#lines[this.#at]?.text.startsWith('- ') ? this.#list(indent) : this.#group(indent);
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    const places = new Map<string, number>();
    this.#places.set(list, places);
    for (let line = this.#lineAt(indent); line; line = this.#lineAt(indent)) {
      const [sign] = itemStart.exec(line.text) ?? [];
      if (sign === undefined) throw new NotPlain();
      places.set(String(list.length), line.number);
      const rest = line.text.slice(sign.length);
      if (entryOf(rest)) list.push(this.#group(indent + sign.length, rest));
      else {
        this.#at += 1;
        list.push(this.#inline(rest, line.number));
      }
    }
    return list;
  }

  /** @param firstText what of the first line belongs to the group, where a list's sign precedes it. */
  #group(indent: number, firstText?: string): Record<string, unknown> {
    const group: Record<string, unknown> = {};
    const places = new Map<string, number>();
    this.#places.set(group, places);
    let text = firstText;
    for (
      let line = text === undefined ? this.#lineAt(indent) : this.#lines[this.#at];
      line;
      line = this.#lineAt(indent)
    ) {
      const found = entryOf(text ?? line.text);
      text = undefined;
      if (!found || places.has(found.key)) throw new NotPlain();
      this.#at += 1;
      const next = this.#lines[this.#at];
      const isNested = found.rest === '';
      if (isNested && (!next || next.indent <= indent)) throw new NotPlain();
      places.set(found.key, isNested && next ? next.number : line.number);
      group[found.key] =
        isNested && next ? this.#block(next.indent) : this.#inline(found.rest, line.number);
    }
    return group;
  }

  /** The next line of a block; undefined where the block ends. A deeper one belongs to nothing. */
  #lineAt(indent: number): Line | undefined {
    const line = this.#lines[this.#at];
    if (!line || line.indent < indent) return undefined;
    if (line.indent > indent) throw new NotPlain();
    return line;
  }

  #inline(text: string, number: number): unknown {
    if (text.startsWith('[') || text.startsWith('{')) {
      return new FlowReader(text, (one) => this.#places.set(one, number)).read();
    }
    return /^['"]/.test(text) ? quotedValue(text) : plainValue(text);
  }
}

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null;

function valueIn(container: Container, key: string): unknown {
  return Array.isArray(container) ? container[Number(key)] : container[key];
}

/** Beyond the lines: tabs, several documents, and whatever the quick reader has never seen. */
const unusual = /[\t\r]|^(?:---|\.\.\.|%)/m;

/**
 * Reads YAML that is written as nearly all content is: names, texts of one line, lists, brackets that
 * close on their line, comments on lines of their own. It takes a twentieth of the time that a parser
 * of all YAML does, and the contents of a site are megabytes of it.
 * @returns undefined when anything is unusual or might be a slip: then the parser has to read, which
 * knows all of YAML and what to tell the author.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (unusual.test(text) || controlCharacters(text).length > 0) return undefined;
  const reader = new PlainReader(text);
  try {
    const data = reader.readAll();
    return {
      data,
      lineOf(path) {
        let line: number | undefined;
        let value: unknown = data;
        for (const key of path.map(String)) {
          if (!isContainer(value)) return undefined;
          line = reader.lineIn(value, key);
          value = valueIn(value, key);
          if (value === undefined) return undefined;
        }
        return line;
      },
    };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
