import { fullKernel, kernelOf, oldestKernel, tierOf } from '../site/kernels.ts';
import { bad, good, none, note, type Verdict } from './line.ts';
import type { InBrowser, Place } from './measured.ts';

/** How the page was opened, and what this browser can do. */

export function judgeOpened({ protocol, isFolder, path, base }: Place): Verdict {
  if (isFolder) {
    return good('从文件夹打开的（file），没有服务器；和服务器有关的各行不适用。');
  }
  const where = base === '/' ? '放在网站根上' : `放在 ${base} 下`;
  return path.toLowerCase().startsWith(base.toLowerCase())
    ? good(`${protocol.replace(/:$/, '')}，${where}。`)
    : bad(`页面在 ${path}，它以为网站${where}。`, [
        `打包时写了 --base ${base}：把网站放到 ${base} 下，或者不写 --base 重新打一个放在哪里都能用的包。`,
      ]);
}

const reads = '能读、能查、能填、能存、能印，整页文字查找可能没有';

export function judgeKernel({ userAgent }: Place): Verdict {
  const kernel = kernelOf(userAgent);
  const remedy = '换到浏览器的“极速模式”，或者装内核新一些的浏览器。';
  switch (tierOf(kernel)) {
    case 'whole':
      return good(`内核 ${kernel}，全部功能（${fullKernel} 以上）。`);
    case 'reading':
      return note(`内核 ${kernel}，${reads}（${oldestKernel} 到 ${fullKernel - 1}）。`);
    case 'old':
      return bad(`内核 ${kernel}，太老，只能读文字和图（${oldestKernel} 起才行）。`, [remedy]);
    case 'unknown':
      return note(`认不出内核（${userAgent}），没有试过。`, remedy);
  }
}

/** As browsers' own settings call them. */
const shelf = 'localStorage';
const database = 'IndexedDB';

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`;

export function judgeStorage({ canKeep, hasDatabase, hasRoom, freeBytes }: InBrowser): Verdict {
  if (!canKeep) {
    return bad('浏览器不让网页存东西，填的关掉就没有。', [
      '在浏览器的“网站设置”里允许本站保存数据；用无痕窗口的，换普通窗口；单位统一禁的，请管终端的人对本站放开。',
    ]);
  }
  if (!hasRoom) {
    return bad('快存满了。', [
      '同一个主机名下别的系统也在用这块地方：到“关于本站”清掉本站用不着的，或者给本站单独一个主机名。',
    ]);
  }
  const room =
    freeBytes === undefined
      ? '地方够（http 下浏览器不说还剩多少）'
      : `还能存 ${megabytes(freeBytes)}`;
  if (!hasDatabase) {
    return note(
      `${shelf} 能存，${room}；${database} 打不开，断电会丢最后一分钟填的，“汇总”不能用。`,
      `用无痕窗口的，换普通窗口；浏览器里禁了 ${database} 的，对本站放开。`,
    );
  }
  return good(`${shelf} 和 ${database} 都能存，${room}。`);
}

export const judgePrinting = ({ canSizePaper }: InBrowser): Verdict =>
  canSizePaper
    ? good('纸张的大小和方向能由网页定。')
    : bad('纸张的大小不能由网页定，排查表、展板会印错。', [
        `换内核 ${oldestKernel} 以上的浏览器来印。`,
      ]);

export function judgeFonts({ fonts }: InBrowser): Verdict {
  const named = (isThere: boolean) =>
    fonts.filter((font) => font.isThere === isThere).map(({ name }) => name);
  const gone = named(false).join('、');
  if (gone === '') return good(`${named(true).join('、')}都有。`);
  const has = named(true).join('、');
  return note(
    `这台电脑没有${gone}，印出来用别的字体代替，行数不变${has && `；有${has}`}。`,
    '要印得像公文，在印的那台电脑上装这几种字体（单位要有使用的许可），服务器上不用装。',
  );
}

export const judgeWasm = (): Verdict => none('本站不用 WebAssembly，服务器上不用配 .wasm。');
