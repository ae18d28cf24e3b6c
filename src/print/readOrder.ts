import { parseArgs } from 'node:util';
import {
  boardDensities,
  boardSizes,
  isBoardDensity,
  isBoardSize,
  type BoardDensity,
  type BoardSize,
} from '../model/paper/board.ts';
import { bookSizes, isBookSize, type BookSize } from '../model/paper/book.ts';
import { fail } from './fail.ts';

const namesOf = (known: object) => Object.keys(known).join('、');

const usage = `用法：
  npm run print -- boards    每面墙一张展板
  npm run print -- walls     每面墙 A4 的图和表
  npm run print -- handbook  各面墙、岗位、机制、依据合成一本手册
可以加：
  --wall w01,w04      只印这几面墙
  --department 处室   只印这个处室主办的墙
  --form full|brief   A4、手册印全表还是简表
  --size              展板的纸：${namesOf(boardSizes)}，不写是 900x1200；手册的纸：${namesOf(bookSizes)}，不写是 a4
  --density lite|full 展板写多少：lite 走廊板（不写就是它），full 存档板
  --mono              展板印黑白；--crop 加出血和裁切线
  --year 2026         手册封面的年份，不写是今年
  --site http://…/    网站的网址，展板上的二维码用它；不写就不印二维码
  --out out/print     放在哪个文件夹
  --link              也放进网站，打印、展板、手册各页就有下载链接
  --built dist        生成好的网站在哪个文件夹`;

type Form = 'full' | 'brief';

/** What is to be printed, from what it is typed. */
export type Order = {
  /** Ids or names; undefined for all. */
  readonly walls: readonly string[] | undefined;
  readonly department: string | undefined;
  readonly site: string | undefined;
  readonly out: string;
  /** Folder of the built site. */
  readonly built: string;
  /** Whether the PDFs are also put beside the site, with links to them. */
  readonly isLinked: boolean;
} & (
  | {
      readonly what: 'boards';
      readonly density: BoardDensity;
      readonly size: BoardSize;
      readonly isMono: boolean;
      readonly hasCrop: boolean;
    }
  | { readonly what: 'walls'; readonly form: Form }
  | {
      readonly what: 'handbook';
      readonly form: Form;
      readonly size: BookSize;
      readonly year: string | undefined;
    }
);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        wall: { type: 'string' },
        department: { type: 'string' },
        density: { type: 'string', default: 'lite' },
        size: { type: 'string' },
        form: { type: 'string', default: 'full' },
        mono: { type: 'boolean', default: false },
        crop: { type: 'boolean', default: false },
        year: { type: 'string' },
        site: { type: 'string' },
        out: { type: 'string', default: 'out/print' },
        link: { type: 'boolean', default: false },
        built: { type: 'string', default: 'dist' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Reads what was typed behind the command; ends it with a sentence when it is not understood. */
export function readOrder(): Order {
  const { values, positionals } = readArguments();
  const [what] = positionals;
  if (values.help || !what) return fail(usage);
  const { density, form, year, department, site, out, built, link: isLinked } = values;
  const walls = values.wall?.split(/[,，、\s]+/).map((id) => id.toLowerCase());
  const common = { walls, department, site, out, built, isLinked };
  if (form !== 'full' && form !== 'brief') return fail(`--form 只有 full、brief，没有“${form}”`);
  if (what === 'walls') return { ...common, what, form };
  if (what === 'boards') {
    const size = values.size ?? '900x1200';
    if (!isBoardDensity(density))
      return fail(`--density 只有 ${namesOf(boardDensities)}，没有“${density}”`);
    if (!isBoardSize(size)) return fail(`展板的 --size 只有 ${namesOf(boardSizes)}，没有“${size}”`);
    return { ...common, what, density, size, isMono: values.mono, hasCrop: values.crop };
  }
  if (what === 'handbook') {
    const size = values.size ?? 'a4';
    if (!isBookSize(size)) return fail(`手册的 --size 只有 ${namesOf(bookSizes)}，没有“${size}”`);
    if (year !== undefined && !/^\d{4}$/.test(year))
      return fail(`--year 写四位数字，写的是“${year}”`);
    return { ...common, what, form, size, year };
  }
  return fail(usage);
}
