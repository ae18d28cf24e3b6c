import {
  cacheControl,
  fileTypes,
  hashedFolder,
  homeFile,
  notFoundFile,
  packableTypes,
  securityHeaders,
  serverOnly,
} from '../../model/server/serving.ts';

const utf8Extensions = fileTypes.filter(({ isUtf8 }) => isUtf8).map(({ extension }) => extension);

const escaped = (name: string) => name.replace(/\./g, '\\.');
const kept = Object.values(serverOnly).map(escaped).join('|');

/**
 * The settings for Apache 2.4 (2.2 reads them too): each part only where its module is there, since
 * an unknown line answers every page with an error 500.
 */
export function apacheConfig(): string {
  return `# 廉政风险防控墙：Apache 的设置，由程序生成，不用改。和网页放在同一个文件夹里；
# 这个文件夹要允许 AllowOverride All，模块要开 headers、deflate、rewrite。

DirectoryIndex ${homeFile}

<IfModule mod_mime.c>
${fileTypes.map(({ mimeType, extension }) => `AddType ${mimeType} .${extension}`).join('\n')}
AddCharset utf-8 ${utf8Extensions.map((extension) => `.${extension}`).join(' ')}
</IfModule>

<IfModule mod_headers.c>
${securityHeaders.map(([name, value]) => `Header always set ${name} "${value}"`).join('\n')}
# 网页每次问服务器有没有变；名字里带校验值的文件缓存一年。
Header set Cache-Control "${cacheControl.asked}"
<IfModule mod_setenvif.c>
SetEnvIf Request_URI "/${hashedFolder}[^/]+$" fangkong_hashed
Header set Cache-Control "${cacheControl.hashed}" env=fangkong_hashed
</IfModule>
# 压缩以后 Apache 在标记上加了 -gzip，回来问的时候又不认，每次都整个重发（Apache 的 45023 号错误）。
RequestHeader edit If-None-Match "-gzip\\"" "\\""
</IfModule>

<IfModule mod_deflate.c>
<IfModule mod_filter.c>
AddOutputFilterByType DEFLATE ${packableTypes.join(' ')}
</IfModule>
</IfModule>

<IfModule mod_rewrite.c>
RewriteEngine On
# 网站在哪个路径下：整个网址去掉这个文件夹以内的一段。404 页用它；2.4.13 起 ErrorDocument 才能这样写。
RewriteCond %{REQUEST_URI}::$0 ^/(.+/)(.*)::\\2$
RewriteRule .* - [E=fangkong_base:%1]
<IfModule mod_version.c>
<IfVersion >= 2.4.13>
ErrorDocument 404 /%{reqenv:fangkong_base}${notFoundFile}
</IfVersion>
</IfModule>
# 给服务器的设置不让人取。
RewriteRule ^(${kept})(/|$) - [NC,R=404,L]
</IfModule>
`;
}
