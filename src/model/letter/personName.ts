import { standardCharacters } from './oldCharacters.ts';

/** A name as a letter prints it, and what was done to come to it. */
export interface ReadName {
  readonly name: string;
  readonly notices: readonly string[];
  /** Why the text cannot stand for a person. */
  readonly fault?: string;
  /** It is a sum, a note or an empty post: no name belongs there. */
  readonly isNobody?: boolean;
}

/** Characters without a shape: joiners, marks of direction, soft hyphens, byte order marks. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** They choose among the shapes of a character (UTS 37); fonts of offices have only one. */
const variants = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const radicals = /[\u2f00-\u2fd5\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
/** The dot inside a name, as keyboards and programs write it. U+00B7 is the standard one (GB/T 15834). */
const dots =
  /[\u00b7\u0387\u16eb\u2022\u2024\u2027\u2218\u2219\u22c5\u25cf\u25e6\u2e31\u3002\u30fb\u318d\uff0e\uff61\uff65\ua78f.]/g;
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;

/** Marks behind a name that tell namesakes apart, or say something beside the name. */
const mark =
  /(?:[(（[【〔{][^()（）[\]【】〔〕{}]*[)）\]】〕}]|[①-⑳]|[*＊#＃★☆▲△●○◆◇■□※√✓?？!！'"·.、，,;；:：-]+)$/u;
/**
 * Chinese characters stand as ranges: Chromium 86 knows property escapes, but not those of today's
 * Unicode, and what builds for it would turn them into patterns that are read at run time.
 * 王伟1, 王伟A: behind a Chinese character only, for a Latin name may end so.
 */
const numbered = /^(.*[\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}])(\d{1,2}|[A-Da-d])$/u;
const listNumber =
  /^(?:[(（]?\d{1,4}[.．、)）]\s*|[①-⑳]\s*)(?=[\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}])/u;

const compoundSurname =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|呼延|轩辕|百里|东郭|南门|西门|第五)$/;

const noName =
  /^(?:合计|总计|小计|共计|累计|人数|备注|说明|注|附注|填表人|制表人|制表|填报人|填报单位|填报时间|审核人|审核|复核人|负责人|联系人|联系电话|领导签字|签字|签名|盖章|日期|时间|单位|处室|部门|姓名|序号|无|暂无|空缺|空岗|空编|暂缺|待定|以下空白|此行以下空白|下空)(?:[:：].*)?$/;
const placeEnd =
  /(?:[公处科]室|中心|支队|大队|委员会|管理处|管理科|事务所|管理局|资源局|领导班子)$/;

const hex = (text: string) =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Old private characters by the standard ones that took their place; each is told. */
function standardised(text: string, notices: string[]): string {
  return Array.from(text, (char) => {
    if (!privateUse.test(char)) return char;
    const standard = standardCharacters.get(char.codePointAt(0) ?? 0);
    if (standard === undefined) return char;
    notices.push(
      standard.trim() === ''
        ? `有一个旧造字区的空格（${hex(char)}），去掉了；名字中间要印点的请补上。`
        : `有一个旧造字区的字（${hex(char)}），换成了标准字“${standard}”。`,
    );
    return standard;
  }).join('');
}

/** The last mark of a name, with what stands before it. */
function splitMark(name: string): { before: string; mark: string } | undefined {
  const found = mark.exec(name);
  if (found) return { before: name.slice(0, found.index), mark: found[0] };
  const [, before, own] = numbered.exec(name) ?? [];
  return before !== undefined && own !== undefined ? { before, mark: own } : undefined;
}

function withoutMarks(text: string, notices: string[]): string {
  const removed: string[] = [];
  let name = text;
  const number = listNumber.exec(name)?.[0];
  if (number) {
    removed.push(number.trim());
    name = name.slice(number.length);
  }
  for (let split = splitMark(name); split && split.before !== ''; split = splitMark(name)) {
    removed.push(split.mark);
    name = split.before.trimEnd();
  }
  if (removed.length > 0) notices.push(`记号“${removed.join('')}”不印，信上印“${name}”。`);
  return name;
}

/** Several parts of two characters and more are several people, or a name that lacks its dot. */
function holdsSeveral(text: string): boolean {
  const parts = text.split(/[\s、，,;；/]+/).filter(Boolean);
  const long = parts.filter((part) => Array.from(part).length >= 2);
  return parts.length > 1 && long.length === parts.length && !compoundSurname.test(parts[0] ?? '');
}

function faultOf(name: string, spaced: string, isPlace: (text: string) => boolean) {
  if (isPlace(name) || placeEnd.test(name)) return `“${name}”像处室，不像姓名，请看是不是串了列。`;
  if (name.includes('\ufffd')) return `“${name}”里有认不出的字，请在原表里重打这个名字再存。`;
  const old = privateUse.exec(name)?.[0];
  if (old) {
    return `“${name}”里有旧造字区的字（${hex(old)}），别的电脑上印不出来，请换成标准字。`;
  }
  if (holdsSeveral(spaced)) {
    return `“${spaced.replace(/\s+/g, ' ')}”像是一格里写了几个人，或者名字中间少了点，请分开或者补上。`;
  }
  if (Array.from(name).length === 1) return `“${name}”只有一个字，请写全名。`;
  return /^[\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}A-Za-z·]{2,30}$/u.test(name)
    ? undefined
    : `“${name}”不像姓名，请看是不是串了列。`;
}

/**
 * Reads a name as people write it in tables: spaces that align it go, its dots become one kind, marks
 * for namesakes are taken off. Whatever changes how the name reads is told.
 * @param isPlace whether a text is the name of a department.
 */
export function readName(raw: string, isPlace: (text: string) => boolean): ReadName {
  const notices: string[] = [];
  const clean = raw.replace(invisible, '');
  if (variants.test(clean)) notices.push('有一个字带着异体的选择符，去掉了，印的是通用的字形。');
  const spaced = withoutMarks(
    standardised(clean.replace(variants, ''), notices)
      .replace(radicals, (char) => char.normalize('NFKC'))
      .trim(),
    notices,
  );
  const name = spaced.replace(/\s+/g, '').replace(dots, '·');
  if (name === '') return { name, notices };
  if (noName.test(name)) {
    return { name, notices, fault: `“${name}”不是人，这一行没有读。`, isNobody: true };
  }
  const fault = faultOf(name, spaced, isPlace);
  if (fault !== undefined) return { name, notices, fault };
  if (/^[\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]{5,}$/u.test(name)) {
    notices.push(`名字有 ${Array.from(name).length} 个字，看看是不是写了两个人，或者中间少了点。`);
  }
  return { name, notices };
}
