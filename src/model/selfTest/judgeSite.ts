import { faultText } from '../published/fetched.ts';
import { notFoundFile } from '../server/serving.ts';
import { extensionOf, isDelivered, type Answer } from './answer.ts';
import { faultList, faultRemedies } from './fileFaults.ts';
import { isRefused } from './judgeDelivery.ts';
import { bad, good, none, type Verdict } from './line.ts';
import type { Place, Searched, Served } from './measured.ts';
import { mendSettings, type ServerName } from './servers.ts';

/** Whether what was put on the server is whole, of one publication, and works. */

const recopy =
  '旧的网站文件夹先挪到网站目录外面，再把新的整个放进去，不要盖在旧的上面，也不要只换几个文件。';

export function judgeMissing({ missing }: Served, server: ServerName | undefined): Verdict {
  const answered = missing.filter(({ status }) => status !== 0);
  if (answered.length === 0) return none('没有连上。');
  const faults = answered.flatMap(({ path, status, isNotFoundPage, siteVersion }) => {
    if (status === 404 && isNotFoundPage) return [];
    if (status === 404) return [`${path} 答 404，出来的不是本站的“没有这一页”`];
    if (status === 200 && siteVersion !== undefined && !isNotFoundPage)
      return [`${path} 转到了别的页（答 ${status}），写错的地址看不出来`];
    return [`${path} 答 ${status}，应该答 404`];
  });
  if (faults.length === 0) return good('答 404，出来的是本站的“没有这一页”。');
  return bad(
    `${faults.join('；')}。`,
    mendSettings(server, {
      IIS: ` <httpErrors>：404 用 ${notFoundFile}，responseMode 是 File；“URL 重写”的规则不要管本站`,
      nginx: `error_page 404 …/${notFoundFile};（中间没有 =200），try_files 不要写 /index.html`,
      Apache: `其中的 ErrorDocument 404，模块要开 rewrite；另写的 RewriteRule、FallbackResource 不要管本站`,
      Tomcat: ' <error-page>',
    }),
  );
}

/** Versions that the page, other pages and data say they are of. */
function versionsSeen(answers: readonly Answer[], place: Place) {
  const seen = new Map<string, string[]>();
  const note = (version: string | undefined, path: string) => {
    if (version !== undefined) seen.set(version, [...(seen.get(version) ?? []), path]);
  };
  note(place.siteVersion, 'self-test/');
  for (const answer of answers.filter(isDelivered)) note(answer.siteVersion, answer.path);
  return seen;
}

export const isOfOneVersion = ({ samples, list }: Served, place: Place): boolean =>
  versionsSeen([...samples, list.answer], place).size <= 1;

export function judgeVersions({ samples, list }: Served, place: Place): Verdict {
  const seen = versionsSeen([...samples, list.answer], place);
  const [only] = seen.keys();
  if (seen.size <= 1) return good(`都是 ${only ?? '没有写明的一版'}。`);
  const told = [...seen].map(
    ([version, paths]) => `${version}：${[...new Set(paths)].slice(0, 3).join('、')}`,
  );
  return bad(`有 ${seen.size} 个版本（${told.join('；')}）：更新时没有换全。`, [
    recopy,
    '换过以后还是这样的，是中间的缓存（反向代理、网关）留着旧的，请在那里清掉。',
  ]);
}

export function judgeFiles(served: Served, place: Place): Verdict {
  const { list, checked, samples } = served;
  const waits = '先改好上面的，再核对。';
  if (!isOfOneVersion(served, place)) return none(`网页和数据不是同一版，${waits}`);
  if (!list.data) {
    const { path, status, isPackedTwice } = list.answer;
    if (status === 0 || isRefused(served, 'json') || isPackedTwice) {
      return none(`核对要用的清单 ${path} 没有取到，${waits}`);
    }
    const gone = [...new Set(samples.filter((one) => one.status >= 400).map((one) => one.path))];
    return bad(
      status === 200
        ? `核对要用的清单 ${path} 读不出来。`
        : `${[path, ...gone].slice(0, 6).join('、')} 没有（答 ${status}）：文件夹没有复制全。`,
      [recopy],
    );
  }
  const faults = checked.faults.filter(({ path }) => !isRefused(served, extensionOf(path)));
  const count =
    checked.checked === checked.total
      ? `全部 ${checked.total} 个都核对过`
      : `先核对了 ${checked.checked} 个，一共 ${checked.total} 个`;
  if (faults.length === 0) return good(`${count}，一个字节不差。`);
  return bad(`${count}：${faultList(faults)}。`, faultRemedies(faults));
}

/** @param isHindered a line above is bad already, and the search only suffers from it. */
export function judgeSearch(searched: Searched, phrase: string, isHindered: boolean): Verdict {
  if (searched.status === 'fault') {
    if (isHindered) return none('查找用的数据没有取全，先改好上面的。');
    return bad(`查不了：${faultText(searched.fault)}`, [recopy]);
  }
  const { risks, pages } = searched;
  const found = `查“${phrase}”：${risks} 个风险点`;
  if (risks > 0 && pages === undefined) {
    return good(`${found}；从文件夹打开的，整页文字查不了。`);
  }
  if (risks > 0 && pages !== 0) return good(`${found}，${pages} 页。`);
  return bad(`${found}，${pages ?? 0} 页，应该都有。`, [recopy]);
}

const mostClockMs = 5 * 60 * 1000;
const minute = 60 * 1000;

export function judgeClock({ samples }: Served): Verdict {
  const [ahead] = samples
    .flatMap(({ clockAheadMs }) => clockAheadMs ?? [])
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  if (ahead === undefined) return none('服务器没有说几点。');
  const minutes = Math.round(Math.abs(ahead) / minute);
  if (Math.abs(ahead) <= mostClockMs) return good('这台电脑和服务器的时钟相差不到 5 分钟。');
  return bad(`这台电脑的时钟比服务器${ahead > 0 ? '快' : '慢'} ${minutes} 分钟。`, [
    '哪一台不准校哪一台：Windows 运行 w32tm /resync，Linux 看 chronyc 或者 ntpdate；时钟不准，填的时间和保存的先后都会错。',
  ]);
}
