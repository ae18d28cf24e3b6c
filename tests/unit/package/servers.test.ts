import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import {
  cacheControl,
  contentType,
  fileTypes,
  hashedSeconds,
  packableTypes,
  securityHeaders,
} from '../../../src/model/server/serving.ts';
import { apacheConfig } from '../../../src/package/servers/apache.ts';
import { iisConfig } from '../../../src/package/servers/iis.ts';
import { javaConfig, javaPage } from '../../../src/package/servers/java.ts';
import { nginxConfig } from '../../../src/package/servers/nginx.ts';

const xml = (text: string) => new JSDOM(text, { contentType: 'application/xml' }).window.document;

/** Extension and full type, as each file of settings says them. */
const told: Readonly<Record<string, () => Map<string, string>>> = {
  'web.config': () =>
    new Map(
      Array.from(xml(iisConfig()).querySelectorAll('mimeMap'), (map) => [
        map.getAttribute('fileExtension')?.slice(1) ?? '',
        map.getAttribute('mimeType') ?? '',
      ]),
    ),
  'web.xml': () =>
    new Map(
      Array.from(xml(javaConfig()).querySelectorAll('mime-mapping'), (mapping) => [
        mapping.querySelector('extension')?.textContent ?? '',
        mapping.querySelector('mime-type')?.textContent ?? '',
      ]),
    ),
  'serve.jsp': () =>
    new Map(
      Array.from(
        javaPage('x').matchAll(/types\.put\("(\w+)", new String\[\] \{"([^"]+)"/g),
        ([, extension = '', type = '']) => [extension, type],
      ),
    ),
  'nginx.conf': () => {
    const text = nginxConfig();
    const utf8 = ['text/html', ...(/charset_types (.*);/.exec(text)?.[1]?.split(' ') ?? [])];
    const types = /types \{([^}]*)\}/.exec(text)?.[1] ?? '';
    return new Map(
      Array.from(types.matchAll(/(\S+) (\w+);/g), ([, type = '', extension = '']) => [
        extension,
        utf8.includes(type) ? `${type}; charset=utf-8` : type,
      ]),
    );
  },
  '.htaccess': () => {
    const text = apacheConfig();
    const utf8 = /AddCharset utf-8 (.*)/.exec(text)?.[1]?.split(' ') ?? [];
    return new Map(
      Array.from(text.matchAll(/AddType (\S+) (\.\w+)/g), ([, type = '', extension = '']) => [
        extension.slice(1),
        utf8.includes(extension) ? `${type}; charset=utf-8` : type,
      ]),
    );
  },
};

const whole: Readonly<Record<string, string>> = {
  'web.config': iisConfig(),
  'serve.jsp': javaPage('x'),
  'nginx.conf': nginxConfig(),
  '.htaccess': apacheConfig(),
};

describe('四种服务器说的一样', () => {
  const wanted = fileTypes.map((type) => [type.extension, contentType(type)]).sort();

  test.each(Object.entries(told))('%s 写全了每种文件的类型', (_, read) => {
    expect([...read()].sort()).toEqual(wanted);
  });

  test.each(Object.entries(whole))('%s 写了每个响应头', (_, text) => {
    for (const [name, value] of securityHeaders) {
      expect(text).toContain(name);
      expect(text.replaceAll('&quot;', '"')).toContain(value);
    }
  });

  test.each(['serve.jsp', 'nginx.conf', '.htaccess'])('%s 的缓存', (name) => {
    expect(whole[name]).toContain(cacheControl.hashed);
    expect(whole[name]).toContain(cacheControl.asked);
  });

  test('nginx 和 Apache 压缩同样的几种', () => {
    const sorted = (list: string | undefined) => list?.split(' ').sort();
    expect(sorted(/DEFLATE (.*)/.exec(apacheConfig())?.[1])).toEqual([...packableTypes].sort());
    expect(sorted(`text/html ${/gzip_types (.*);/.exec(nginxConfig())?.[1]}`)).toEqual(
      [...packableTypes].sort(),
    );
  });
});

describe('web.config', () => {
  const config = xml(iisConfig());

  test('每个加的前面都先删：上一级有同样的，IIS 也不报 500.19', () => {
    const keys = ['fileExtension', 'name', 'segment'];
    for (const added of config.querySelectorAll(
      'mimeMap, customHeaders > add, hiddenSegments > add',
    )) {
      const key = keys.find((one) => added.hasAttribute(one)) ?? '';
      const before = added.previousElementSibling;
      expect(before?.nodeName).toBe('remove');
      expect(before?.getAttribute(key)).toBe(added.getAttribute(key));
    }
  });

  test('只写网站自己能改的几节，不写整台服务器的 httpCompression', () => {
    const sections = Array.from(
      config.querySelectorAll('system\\.webServer > *'),
      ({ nodeName }) => nodeName,
    );
    expect([...new Set(sections)].sort()).toEqual([
      'defaultDocument',
      'httpErrors',
      'httpProtocol',
      'security',
      'staticContent',
      'urlCompression',
    ]);
  });

  test('带校验值的缓存一年，网页每次问', () => {
    const [pages, hashed] = config.querySelectorAll('clientCache');
    expect(pages?.getAttribute('cacheControlMode')).toBe('DisableCache');
    expect(hashed?.closest('location')?.getAttribute('path')).toBe('assets');
    expect(hashed?.getAttribute('cacheControlMaxAge')).toBe(`${hashedSeconds / 86400}.00:00:00`);
    expect(hashed?.getAttribute('cacheControlCustom')).toBe('public, immutable');
  });
});

test('serve.jsp 里程序以外没有字：有就会跑到文件前面去', () => {
  const page = javaPage('x');
  expect(page.replace(/<%--[\s\S]*?--%>|<%@[\s\S]*?%>|<%[\s\S]*?%>/g, '')).toBe('');
});
