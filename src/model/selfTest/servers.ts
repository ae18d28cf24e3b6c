import { serverOnly } from '../server/serving.ts';

export type ServerName = 'IIS' | 'nginx' | 'Apache' | 'Tomcat';

const names: readonly (readonly [pattern: RegExp, name: ServerName])[] = [
  [/coyote|tomcat/i, 'Tomcat'],
  [/iis/i, 'IIS'],
  [/nginx|openresty|tengine/i, 'nginx'],
  [/apache/i, 'Apache'],
];

/** The kind of server that a `Server` header names; undefined when it names none that we know. */
export const serverOf = (header: string | undefined): ServerName | undefined =>
  names.find(([pattern]) => pattern.test(header ?? ''))?.[1];

/** What to mend, for the server that answers, or for each kind where it does not say which it is. */
export function perServer(
  server: ServerName | undefined,
  remedies: Readonly<Record<ServerName, string>>,
): string[] {
  const wanted = server ? [server] : (['IIS', 'nginx', 'Apache', 'Tomcat'] as const);
  return wanted.map((name) => `${name}：${remedies[name]}`);
}

/**
 * The settings that come with the package are not in force, or something above them undoes a part.
 * @param parts what to look for in the settings of each kind of server.
 */
export const mendSettings = (
  server: ServerName | undefined,
  parts: Readonly<Record<ServerName, string>>,
): string[] =>
  perServer(server, {
    IIS: `网站文件夹里要有包里的 ${serverOnly.iis}，看其中的${parts.IIS}，上一级网站的同一项不能锁住。`,
    nginx: `这个网站的 location 里要有 include …/fangkong-nginx.conf;，看其中的 ${parts.nginx}，改了以后 nginx -s reload。`,
    Apache: `网站文件夹里要有包里的 ${serverOnly.apache}，对这个文件夹写 AllowOverride All；看${parts.Apache}。`,
    Tomcat: `用包里的 .war，不要只拷网页：看 ${serverOnly.java} 里的${parts.Tomcat}。`,
  });
