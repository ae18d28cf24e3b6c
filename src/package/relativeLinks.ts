/**
 * The build writes every address from the root of the server on: `/walls/`. Here they become relative
 * to the page that they stand on, so that one packaged site works under whatever path it is put.
 */

/** The way from a file up to the home page: `../../` from `walls/x/index.html`, `./` from the top. */
export function wayHome(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/** `/walls/` from a page at this depth; what does not begin with one slash stays as it stands. */
const relative = (address: string, home: string) => address.replace(/^\/(?!\/)/, home);

/** Attributes that hold one address, here and in SVG; those of `data-` are read by our scripts. */
const holdsAddress = /^(?:href|src|action|formaction|poster|xlink:href|data-[\w-]+)$/i;

/** Each attribute as a whole, so that what stands between its quotes is not taken for another. */
const attributes = /([^\s"'=<>/]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

const tags = /<[a-z][^\s/>]*(?:\s+(?:[^\s"'>]|"[^"]*"|'[^']*')+)*\s*\/?>/gi;

/** Kept as they are: what is in them is code, and a policy may know it by its sum. */
const code = /(<(?:script|style)\b[^>]*>)([\s\S]*?)(<\/(?:script|style)>)/gi;

function relativeValue(name: string, value: string, home: string): string {
  if (holdsAddress.test(name)) return relative(value, home);
  if (name === 'srcset')
    return value.replace(
      /(^|,\s*)([^\s,]+)/g,
      (_, gap: string, one: string) => gap + relative(one, home),
    );
  // <meta http-equiv="refresh" content="0; url=/walls/">
  if (name === 'content')
    return value.replace(
      /^(\d+;\s*url=)(.*)/i,
      (_, head: string, one: string) => head + relative(one, home),
    );
  return value;
}

const relativeTag = (tag: string, home: string) =>
  tag.replace(
    attributes,
    (whole, name: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? '';
      const done = relativeValue(name, value, home);
      const quote = single === undefined ? '"' : "'";
      return done === value ? whole : `${name}=${quote}${done}${quote}`;
    },
  );

/** A page with relative addresses. @param path of the page in the site, without a leading slash. */
export function relativePage(html: string, path: string): string {
  const home = wayHome(path);
  const links = (markup: string) => markup.replace(tags, (tag) => relativeTag(tag, home));
  let done = '';
  let from = 0;
  for (const match of html.matchAll(code)) {
    const [whole, open = '', text = '', close = ''] = match;
    done += links(html.slice(from, match.index)) + links(open) + text + close;
    from = match.index + whole.length;
  }
  return done + links(html.slice(from));
}

/** A style sheet with relative addresses. @param path as for a page. */
export function relativeStyles(css: string, path: string): string {
  const home = wayHome(path);
  return css.replace(
    /(\burl\(\s*["']?|@import\s+["'])(\/(?!\/)[^"')]*)/g,
    (_, head: string, address: string) => head + relative(address, home),
  );
}

/**
 * Addresses from the root on that a script loads something by; the build writes none, as they could
 * not be told from other texts afterwards.
 */
export function rootedImports(script: string): string[] {
  return Array.from(
    script.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bURL\()\s*["'`](\/(?!\/)[^"'`]*)["'`]/g),
    ([, address = '']) => address,
  );
}
