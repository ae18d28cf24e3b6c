import {
  cacheControl,
  contentType,
  fileTypes,
  hashedFolder,
  hashedSeconds,
  homeFile,
  notFoundFile,
  securityHeaders,
  serverOnly,
} from '../../model/server/serving.ts';
import { escapeMarkup } from '../escapeMarkup.ts';

const tag = (name: string, attributes: Readonly<Record<string, string>>) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
    .join('')} />`;

/**
 * What one more `<add>` for a key that a level above has would do is an error 500.19 on every page,
 * so each is removed first; removing what is not there is none.
 */
const mimeMaps = fileTypes.flatMap((type) => {
  const fileExtension = `.${type.extension}`;
  return [
    tag('remove', { fileExtension }),
    tag('mimeMap', { fileExtension, mimeType: contentType(type) }),
  ];
});

const headers = securityHeaders.flatMap(([name, value]) => [
  tag('remove', { name }),
  tag('add', { name, value }),
]);

const hidden = [serverOnly.java, serverOnly.apache].flatMap((segment) => [
  tag('remove', { segment }),
  tag('add', { segment }),
]);

const lines = (parts: readonly string[], indent: string) =>
  parts.map((part) => indent + part).join('\n');

/** IIS writes the `max-age` behind the words of its own. */
const hashedWords = cacheControl.hashed.replace(/, max-age=\d+/, '');
const hashedDays = hashedSeconds / (24 * 60 * 60);

/**
 * The settings for IIS 7 to 10: only sections that a site may set by itself, in no more than what
 * IIS 7 knows.
 */
export function iisConfig(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 廉政风险防控墙：IIS 7 到 10 的设置，由程序生成。和网页放在同一个文件夹里就生效。 -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        ${tag('add', { value: homeFile })}
      </files>
    </defaultDocument>
    <staticContent>
      <!-- 先删后加：上一级已经有的扩展名直接加，IIS 会报 500.19。 -->
${lines(mimeMaps, '      ')}
      <!-- 网页每次问服务器有没有变。 -->
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${lines(headers, '        ')}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" subStatusCode="-1" path="${notFoundFile}" responseMode="File" />
    </httpErrors>
    <urlCompression doStaticCompression="true" />
    <security>
      <requestFiltering>
        <hiddenSegments>
${lines(hidden, '          ')}
        </hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
  <!-- 名字里带校验值的文件，内容变了名字就变，缓存一年。 -->
  <location path="${hashedFolder.replace(/\/$/, '')}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${hashedDays}.00:00:00" cacheControlCustom="${hashedWords}" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}
