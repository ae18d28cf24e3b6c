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

/** nginx names text/html in every such list by itself, and warns of a second time. */
const unlessHtml = (types: readonly string[]) => types.filter((type) => type !== 'text/html');

const utf8Types = unlessHtml([
  ...new Set(fileTypes.filter(({ isUtf8 }) => isUtf8).map(({ mimeType }) => mimeType)),
]);

const escaped = (name: string) => name.replace(/\./g, '\\.');
const kept = Object.values(serverOnly).map(escaped).join('|');

/**
 * The lines that go into the `location` of the site, under whatever path it stands. They ask for no
 * module that a plain nginx lacks: an unknown line keeps the whole server from starting.
 */
export function nginxConfig(): string {
  return `# 廉政风险防控墙：nginx 的设置，由程序生成，不用改。在 server { } 里这样用，路径和文件夹换成自己的：
#
#   location = /fangkong { return 301 /fangkong/; }
#   location /fangkong/ {
#       alias /data/www/fangkong/;
#       error_page 404 /fangkong/${notFoundFile};
#       include /data/www/fangkong-nginx.conf;
#   }
#
# 放在网站根上：location / 里写 root /data/www/fangkong; 和 error_page 404 /${notFoundFile};

index ${homeFile};
absolute_redirect off;

types {
${fileTypes.map(({ mimeType, extension }) => `    ${mimeType} ${extension};`).join('\n')}
}
default_type application/octet-stream;
charset utf-8;
charset_types ${utf8Types.join(' ')};

gzip on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
gzip_types ${unlessHtml(packableTypes).join(' ')};
# 大文件旁边有压缩好的 .gz；nginx -V 里有 http_gzip_static_module 的，去掉下一行的 # 更省力。
# gzip_static on;

# 网页每次问服务器有没有变；名字里带校验值的文件缓存一年。
set $fangkong_cache "${cacheControl.asked}";
if ($uri ~ "/${hashedFolder}[^/]+$") {
    set $fangkong_cache "${cacheControl.hashed}";
}
add_header Cache-Control $fangkong_cache always;
${securityHeaders.map(([name, value]) => `add_header ${name} "${value}" always;`).join('\n')}

# 给别的服务器的设置不让人取。
if ($uri ~* "/(${kept})(/|$)") {
    return 404;
}
`;
}
