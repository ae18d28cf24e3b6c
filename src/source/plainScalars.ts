import { isInCurlyQuotes } from './yamlSlips.ts';

/** Thrown, and caught in this folder, where a text is not plainly written; no author sees it. */
export class NotPlain extends Error {}

const notPlain = (): never => {
  throw new NotPlain();
};

/** Field names, and names of departments and grades; what YAML takes for something else is refused. */
const plainKey = /^(?!(?:null|true|false)$)[a-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]*$/i;

/** A name without signs that could mean anything else. */
export const isPlainKey = (text: string): boolean => plainKey.test(text) && text !== '__proto__';

/** Null, booleans and numbers of the core schema of YAML 1.2.2 (10.3.2), written in any way. */
const otherThanText =
  /^(?:~|null|true|false|[-+]?\d+|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?)$/i;

/** Signs that YAML gives a meaning at the start of a text, and spaces that are none for it. */
const signFirst = /^[-?:,[\]{}#&*!|>'"%@`\s\u00a0\u3000]/;

/** A text without quotes: true, false and whole numbers are what they say. */
export function plainValue(text: string): string | number | boolean {
  if (otherThanText.test(text)) {
    if (text === 'true' || text === 'false') return text === 'true';
    return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : notPlain();
  }
  const isUnclear =
    text === '' ||
    signFirst.test(text) ||
    text.endsWith(' ') ||
    text.endsWith(':') ||
    text.includes(': ') ||
    text.includes(' #') ||
    isInCurlyQuotes(text);
  return isUnclear ? notPlain() : text;
}

/** The text of a quoted scalar that ends on its line, quotes included in what is given. */
function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  if (text[0] === "'") return inner.replaceAll("''", "'");
  return inner.includes('\\') ? notPlain() : inner;
}

const quoted = /'(?:[^']|'')*'|"[^"]*"/y;

/** A scalar in quotes that is the whole of the text. */
export function quotedValue(text: string): string {
  quoted.lastIndex = 0;
  return quoted.exec(text)?.[0] === text ? unquoted(text) : notPlain();
}

/** Reads lists and groups in brackets that begin and end on one line: `[甲, 乙]`, `{ to: w01-s02 }`. */
export class FlowReader {
  readonly #text: string;
  readonly #onContainer: (container: object) => void;
  #at = 0;

  /** @param onContainer is told each list and group in the brackets. */
  constructor(text: string, onContainer: (container: object) => void) {
    this.#text = text;
    this.#onContainer = onContainer;
  }

  /** @throws NotPlain when anything is unusual. */
  read(): unknown {
    const value = this.#value();
    return this.#at === this.#text.length ? value : notPlain();
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  #value(): unknown {
    const first = this.#text[this.#at];
    if (first === '[') return this.#list();
    if (first === '{') return this.#group();
    if (first === "'" || first === '"') {
      quoted.lastIndex = this.#at;
      const found = quoted.exec(this.#text)?.[0] ?? notPlain();
      this.#at += found.length;
      return unquoted(found);
    }
    return plainValue(this.#untilSign());
  }

  /** What stands before the next comma or bracket; a colon is only part of it inside a word. */
  #untilSign(): string {
    const found = /^[^,[\]{}]*/.exec(this.#text.slice(this.#at))?.[0] ?? '';
    if (/:(?![\w\u4e00-\u9fff])/.test(found)) notPlain();
    this.#at += found.length;
    return found.replace(/ +$/, '');
  }

  /** The parts between two brackets; none may be empty. */
  #parts(closing: string, part: () => void): void {
    this.#at += 1;
    this.#skipSpaces();
    if (this.#text[this.#at] === closing) {
      this.#at += 1;
      return;
    }
    for (;;) {
      part();
      this.#skipSpaces();
      const sign = this.#text[this.#at];
      this.#at += 1;
      if (sign === closing) return;
      if (sign !== ',') notPlain();
      this.#skipSpaces();
    }
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    this.#onContainer(list);
    this.#parts(']', () => list.push(this.#value()));
    return list;
  }

  #group(): Record<string, unknown> {
    const group: Record<string, unknown> = {};
    this.#onContainer(group);
    this.#parts('}', () => {
      const [written = '', key = ''] = /^([^:,[\]{}]+): +/.exec(this.#text.slice(this.#at)) ?? [];
      if (!isPlainKey(key) || key in group) notPlain();
      this.#at += written.length;
      group[key] = this.#value();
    });
    return group;
  }
}
