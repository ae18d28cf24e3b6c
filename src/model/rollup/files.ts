import { largestFileBytes } from '../kept/keptFile.ts';

/** A file as it was chosen: by itself, or found in a folder. */
export interface FoundFile {
  /** With the folders it lay in: `财务处/自查记录-张三.json`. */
  readonly path: string;
  readonly bytes: number;
}

/** What is done with a file, by its name and size alone. */
export type FilePlan =
  | { readonly as: 'hand-in' | 'roster' }
  /** Not of people: nothing is wrong, and nobody has to do anything. */
  | { readonly as: 'skipped'; readonly why: string }
  | { readonly as: 'fault'; readonly why: string };

/** More files than this are a wrong folder. */
export const mostFiles = 5_000;

const system = /^(?:\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized)$/i;
const otherKinds: readonly (readonly [RegExp, string])[] = [
  [/\.(?:zip|rar|7z|gz|tar)$/i, '是压缩包：先解开，再选里面的文件。'],
  [/\.(?:docx?|wps|pdf|rtf|odt|pptx?)$/i, '是给人看的文档，不是网站导出的 .json 文件。'],
  [/\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?)$/i, '是图片，不是网站导出的 .json 文件。'],
];

/** Decides what a file is taken for, before it is opened. */
export function planFile({ path, bytes }: FoundFile): FilePlan {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (system.test(name) || name.startsWith('._') || path.includes('__MACOSX/')) {
    return { as: 'skipped', why: '系统自己放的文件，没有读。' };
  }
  if (name.startsWith('~$')) return { as: 'skipped', why: '打开文档时的临时文件，没有读。' };
  if (bytes === 0) return { as: 'fault', why: '文件是空的。' };
  if (/\.(?:xlsx|xlsm|xls|csv)$/i.test(name)) return { as: 'roster' };
  const other = otherKinds.find(([ending]) => ending.test(name));
  if (other) return { as: 'fault', why: other[1] };
  if (bytes > largestFileBytes) {
    return { as: 'fault', why: '文件超过 5 MB，不会是一个人交的；汇总文件在“存和比”里打开。' };
  }
  return { as: 'hand-in' };
}
