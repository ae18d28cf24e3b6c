/** What is met in an XML text, in its order. Names are without their prefix. */
export type XmlEvent =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

const tag = /<(\/?)(?:[^\s<>/:]+:)?([^\s<>/:]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Characters written as references; entities of the file's own are not expanded, whatever they say. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return named[name] ?? '';
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Where what begins with `<!` or `<?` ends, and the text that it stands for. */
function special(xml: string, at: number): { readonly end: number; readonly text?: string } {
  const after = (mark: string) => {
    const found = xml.indexOf(mark, at);
    return found < 0 ? xml.length : found + mark.length;
  };
  if (xml.startsWith('<!--', at)) return { end: after('-->') };
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(']]>');
    return { end, text: xml.slice(at + 9, end - 3) };
  }
  if (xml.startsWith('<?', at)) return { end: after('?>') };
  const bracket = xml.indexOf('[', at);
  const end = after('>');
  return { end: bracket >= 0 && bracket < end ? after(']>') : end };
}

/** The text breaks off, or is no XML: reading on would leave out what nobody notices. */
export class XmlError extends Error {}

/**
 * Goes through an XML text as office programs write it.
 * @throws XmlError where it is not well formed.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent, void> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    if (next < 0) return;
    if (next > at) yield { type: 'text', text: unescapeXml(xml.slice(at, next)) };
    const second = xml[next + 1];
    if (second === '!' || second === '?') {
      const { end, text } = special(xml, next);
      if (text !== undefined) yield { type: 'text', text };
      at = end;
      continue;
    }
    tag.lastIndex = next;
    const match = tag.exec(xml);
    if (!match) throw new XmlError(`at ${next}`);
    at = tag.lastIndex;
    const [, closes, name = '', attributes = '', isEmpty] = match;
    if (!closes) yield { type: 'open', name, attributes };
    if (closes || isEmpty) yield { type: 'close', name };
  }
}

/** An attribute by its name without a prefix; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, found, quoted, single] of attributes.matchAll(
    /(?:^|\s)(?:[^\s=:]+:)?([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (found === name) return unescapeXml(quoted ?? single ?? '');
  }
  return undefined;
}
