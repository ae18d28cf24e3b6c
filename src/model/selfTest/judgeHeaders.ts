import { securityHeaders } from '../server/serving.ts';
import { isDelivered, type Answer } from './answer.ts';
import { bad, good, none, type Verdict } from './line.ts';
import type { Place, Served } from './measured.ts';
import { mendSettings, perServer, type ServerName } from './servers.ts';

/** Headers that answers carry: those that we ask for, and a policy that somebody has added. */

const policyHeader = 'Content-Security-Policy';

/** Names of the directives of all policies of a header (CSP 3, 2.2.2: several stand behind commas). */
const directivesOf = ({ headers }: Answer): string[] =>
  (headers[policyHeader.toLowerCase()] ?? '')
    .split(/[;,]/)
    .map((part) => part.trim().split(/\s+/)[0]?.toLowerCase() ?? '')
    .filter((name) => name !== '');

const wantedOf = (name: string) => securityHeaders.find(([header]) => header === name)?.[1] ?? '';

/** Where a header of ours stands in the settings. */
const mendHeader = (server: ServerName | undefined, name: string) =>
  mendSettings(server, {
    IIS: ` <customHeaders>：${name}: ${wantedOf(name)}`,
    nginx: `add_header ${name}；location 里另写了 add_header 的，外面的就都不算，要写在一起`,
    Apache: `其中的 Header always set ${name}，模块要开 headers`,
    Tomcat: '程序 serve.jsp',
  });

function judgeHeader(
  { samples }: Served,
  server: ServerName | undefined,
  name: string,
  isRight: (answer: Answer) => boolean,
  without: string,
): Verdict {
  const came = samples.filter(isDelivered);
  if (came.length === 0) return none('没有取到文件。');
  const wrong = came.filter((answer) => !isRight(answer));
  if (wrong.length === 0) return good(`每种文件都带着 ${name}。`);
  const which =
    wrong.length === came.length
      ? ''
      : `（${wrong
          .map(({ path }) => path)
          .slice(0, 3)
          .join('、')} 等）`;
  return bad(`没有带 ${name}${which}，${without}。`, mendHeader(server, name));
}

export const judgeFraming = (served: Served, server: ServerName | undefined): Verdict =>
  judgeHeader(
    served,
    server,
    policyHeader,
    (answer) => directivesOf(answer).includes('frame-ancestors'),
    '别的网站能把本站套在框里骗人点',
  );

export const judgeSniffing = (served: Served, server: ServerName | undefined): Verdict =>
  judgeHeader(
    served,
    server,
    'X-Content-Type-Options',
    ({ headers }) => headers['x-content-type-options']?.toLowerCase() === 'nosniff',
    '浏览器会自己猜文件类型',
  );

export const judgeReferrer = (served: Served, server: ServerName | undefined): Verdict =>
  judgeHeader(
    served,
    server,
    'Referrer-Policy',
    ({ headers }) => !['', 'unsafe-url'].includes(headers['referrer-policy']?.toLowerCase() ?? ''),
    '点到别的网站时网址会带过去',
  );

/** These take nothing away that a page needs. */
const harmless = [
  'frame-ancestors',
  'object-src',
  'base-uri',
  'form-action',
  'report-uri',
  'report-to',
];

/** A policy besides ours: the pages carry their own, and both have to allow a thing. */
export function judgePolicy(
  { samples }: Served,
  { refused, hasInlineRun }: Place,
  server: ServerName | undefined,
): Verdict {
  const added = [...new Set(samples.flatMap(directivesOf))].filter(
    (name) => !harmless.includes(name),
  );
  const stopped = [...new Set([...refused, ...(hasInlineRun ? [] : ['script-src'])])];
  if (added.length === 0 && stopped.length === 0) {
    return good('没有。网页自己带着策略，什么也没有被拦。');
  }
  const found = [
    added.length > 0 ? `服务器另加了 ${added.join('、')}` : '',
    stopped.length > 0 ? `有东西被拦住（${stopped.join('、')}）` : '',
  ];
  return bad(
    `${found.filter((one) => one !== '').join('，')}。`,
    perServer(server, {
      IIS: `上一级网站的 <customHeaders> 里有 ${policyHeader}，对本站去掉，只留包里的这一条。`,
      nginx: `server 或者 http 里另写了 add_header ${policyHeader}，对本站去掉，只留包里的这一条。`,
      Apache: `主设置里另写了 Header set ${policyHeader}，对本站去掉，只留包里的这一条。`,
      Tomcat: `容器或者前面的反向代理加了 ${policyHeader}，对本站去掉，只留包里的这一条。`,
    }),
  );
}
