import { JSDOM } from 'jsdom';

/**
 * How IIS reads a web.config, as far as a site of files needs it. From Microsoft's configuration
 * reference (learn.microsoft.com/iis/configuration): a collection takes over the entries of the level
 * above, `<remove>` and `<clear>` take away, and an `<add>` for a key that is there is error 500.19; so
 * is any element or attribute outside of the schema, and any section that is locked for sites.
 */
export interface IisSettings {
  /** By extension with its dot, in small letters. */
  readonly types: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly documents: readonly string[];
  readonly hidden: readonly string[];
  /** File shown for 404; undefined for the server's own words. */
  readonly notFound: string | undefined;
  readonly cache: string | undefined;
  readonly isPacking: boolean;
}

/** The server level, as IIS 7 sets it up: no .json, .svg or .mmd. */
const server: IisSettings = {
  types: new Map([
    ['.html', 'text/html'],
    ['.css', 'text/css'],
    ['.js', 'application/x-javascript'],
    ['.txt', 'text/plain'],
    ['.png', 'image/png'],
    ['.pdf', 'application/pdf'],
    ['.xml', 'text/xml'],
  ]),
  headers: new Map([['x-powered-by', 'ASP.NET']]),
  documents: ['Default.htm', 'Default.asp', 'index.htm', 'index.html', 'iisstart.htm'],
  hidden: ['web.config', 'bin', 'App_code', 'App_Data'],
  notFound: undefined,
  cache: undefined,
  isPacking: false,
};

/** A site above that has the extensions and headers already: adding them again must not break. */
export const crowded: IisSettings = {
  ...server,
  types: new Map([...server.types, ['.json', 'application/x-json'], ['.svg', 'text/plain']]),
  headers: new Map([...server.headers, ['x-content-type-options', 'nosniff']]),
};

/** Elements and the attributes that a site may set; `httpErrors` has its `defaultPath` locked. */
const schema: Readonly<Record<string, readonly string[]>> = {
  'system.webServer': [],
  defaultDocument: ['enabled'],
  files: [],
  staticContent: ['defaultDocFooter', 'isDocFooterFileName', 'enableDocFooter'],
  mimeMap: ['fileExtension', 'mimeType'],
  clientCache: ['cacheControlMode', 'cacheControlMaxAge', 'httpExpires', 'cacheControlCustom'],
  httpProtocol: ['allowKeepAlive'],
  customHeaders: [],
  httpErrors: ['errorMode', 'existingResponse', 'detailedMoreInformationLink'],
  error: ['statusCode', 'subStatusCode', 'prefixLanguageFilePath', 'path', 'responseMode'],
  urlCompression: ['doStaticCompression', 'doDynamicCompression', 'dynamicCompressionBeforeCache'],
  security: [],
  requestFiltering: ['allowDoubleEscaping', 'allowHighBitCharacters'],
  hiddenSegments: ['applyToWebDAV'],
  clear: [],
  remove: ['fileExtension', 'name', 'segment', 'value', 'statusCode', 'subStatusCode'],
  add: ['name', 'segment', 'value'],
};

/** What IIS answers with error 500.19. */
export class IisFault extends Error {}

function checkSchema(element: Element): void {
  for (const inner of element.querySelectorAll('*')) {
    const known = schema[inner.nodeName];
    if (!known) throw new IisFault(`网站里不能写 <${inner.nodeName}>`);
    for (const { name } of inner.attributes)
      if (!known.includes(name)) throw new IisFault(`<${inner.nodeName}> 没有属性 ${name}`);
  }
}

/** A collection after the lines of one more level. @param keyOf null for what is no part of it. */
function applied<T>(
  inherited: ReadonlyMap<string, T>,
  lines: Iterable<Element>,
  keyOf: (line: Element) => string | null,
  valueOf: (line: Element) => T,
): Map<string, T> {
  const result = new Map(inherited);
  for (const line of lines) {
    const key = keyOf(line)?.toLowerCase();
    if (line.nodeName === 'clear') result.clear();
    if (key === undefined) continue;
    if (line.nodeName === 'remove') result.delete(key);
    else if (result.has(key)) throw new IisFault(`已经有 ${key}，不能再加`);
    else result.set(key, valueOf(line));
  }
  return result;
}

const attribute = (name: string) => (line: Element) => line.getAttribute(name);
const textAt = (name: string) => (line: Element) => line.getAttribute(name) ?? '';

/** `365.00:00:00` in seconds. */
function secondsOf(span: string): number {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d+)\.)?(\d+):(\d+):(\d+)$/.exec(span) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

function cacheOf(rule: Element | null, above: string | undefined): string | undefined {
  switch (rule?.getAttribute('cacheControlMode')) {
    case 'DisableCache':
      return 'no-cache';
    case 'UseMaxAge': {
      const own = rule.getAttribute('cacheControlCustom');
      const age = `max-age=${secondsOf(rule.getAttribute('cacheControlMaxAge') ?? '')}`;
      return own ? `${own},${age}` : age;
    }
    case undefined:
    case null:
      return above;
    default:
      return undefined;
  }
}

function withSection(above: IisSettings, section: Element): IisSettings {
  checkSchema(section);
  const inside = (selector: string) => section.querySelectorAll(`${selector} > *`);
  const list = (values: readonly string[], selector: string, key: string) => [
    ...applied(
      new Map(values.map((value) => [value.toLowerCase(), value])),
      inside(selector),
      attribute(key),
      textAt(key),
    ).values(),
  ];
  const errors = applied(
    new Map([['404 -1', above.notFound]]),
    inside('httpErrors'),
    (line) =>
      line.hasAttribute('statusCode')
        ? `${line.getAttribute('statusCode')} ${line.getAttribute('subStatusCode') ?? '-1'}`
        : null,
    (line) => {
      if (line.getAttribute('responseMode') !== 'File') throw new IisFault('只模拟 File');
      return line.getAttribute('path') ?? undefined;
    },
  );
  return {
    types: applied(
      above.types,
      inside('staticContent'),
      attribute('fileExtension'),
      textAt('mimeType'),
    ),
    headers: applied(above.headers, inside('customHeaders'), attribute('name'), textAt('value')),
    documents: list(above.documents, 'files', 'value'),
    hidden: list(above.hidden, 'hiddenSegments', 'segment'),
    notFound: errors.get('404 -1'),
    cache: cacheOf(section.querySelector('clientCache'), above.cache),
    isPacking:
      (section.querySelector('urlCompression')?.getAttribute('doStaticCompression') ??
        String(above.isPacking)) === 'true',
  };
}

/**
 * What holds for a path inside the folder of a web.config.
 * @throws IisFault for what IIS answers with error 500.19.
 */
export function readSettings(
  text: string,
  above: IisSettings = server,
): (path: string) => IisSettings {
  const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
  const child = (parent: Element, name: string) =>
    [...parent.children].find(({ nodeName }) => nodeName === name);
  const root = document.documentElement;
  const main = child(root, 'system.webServer');
  const whole = main ? withSection(above, main) : above;
  const places = [...root.children].flatMap((place) => {
    const section = child(place, 'system.webServer');
    if (place.nodeName !== 'location' || !section) return [];
    return [{ path: place.getAttribute('path') ?? '', settings: withSection(whole, section) }];
  });
  return (path) =>
    places.find((place) => path.toLowerCase().startsWith(`${place.path.toLowerCase()}/`))
      ?.settings ?? whole;
}
