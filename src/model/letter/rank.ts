import { postLevels, type PostLevel } from '../vocabulary.ts';

/** A title tells a level by how it ends: 办公室主任 is a 主任, 主任科员 a 科员, 局长办公室秘书 a 秘书. */
const titles: readonly (readonly [level: PostLevel, ends: RegExp])[] = [
  // Those that only look like heads come first.
  ['中层', /(?:分局|支局)副?(?:局)?长$|(?:副总)(?:工程师|规划师|经济师|会计师)$/],
  ['中层', /(?:支部|总支|机关党委|团委|工会)(?:专职)?(?:副)?书记$|工会(?:副)?主席$/],
  ['普通', /助理(?:员)?$|(?:委员|成员)会?秘书$/],
  [
    '领导',
    /(?:局长|厅长|总工程师|总规划师|总经济师|总会计师|总工|局领导|厅领导|院领导|主要领导|分管领导|主管领导|带班领导|值班领导|领导班子|班子|班子成员|党委委员|党组成员|纪委委员|党委书记|党委副书记|党组书记|党组副书记|纪委书记|纪委副书记|纪检组长|纪检组组长|监察专员)$/,
  ],
  ['领导', /^(?:副)?(?:书记|领导|主要负责人)$/],
  [
    '普通',
    /(?:调研员|巡视员|主任科员|科员|办事员|书记员|秘书|文员|文秘|干事|干部|职工|工人|司机|员工|会计|出纳|内勤|外勤|人员|经办人|专责|岗|岗位)$/,
  ],
  ['普通', /(?<!委|专|党|成)员$|(?:工程师|经济师|会计师|规划师|统计师|审计师|律师|技师)$/],
  [
    '中层',
    /(?:处长|科长|股长|室长|主任|所长|队长|站长|馆长|院长|校长|场长|园长|经理|负责人|主持工作)$/,
  ],
];

const levelWord = /^(领导|中层|普通)(?:岗位?|干部|人员|层级?|职工|领导|正职|副职|级)?$/;
/** What a column of ranks may say beside the three words. */
const ranks: readonly (readonly [level: PostLevel, pattern: RegExp])[] = [
  ['中层', /^(?:正|副)(?:处|科)(?:长?级)?$|^(?:县处|乡科)级(?:正|副)职$|^中层/],
  ['普通', /^(?:一般|普通|聘用|聘任|临聘|编外|合同制|劳务派遣|科办员)/],
];

/** The parts of a post with several titles: 办公室主任、一级主任科员. */
const partsOf = (text: string) =>
  text
    .normalize('NFKC')
    .split(/[、,，;；/+\n]|\((?:兼|挂职|主持工作|试用期?)\)|兼(?=\S{2,})/)
    .map((part) => part.replace(/\([^()]*\)/g, '').replace(/\s+/g, ''))
    .filter((part) => part !== '');

function titleLevel(title: string): PostLevel | undefined {
  return titles.find(([, ends]) => ends.test(title))?.[0];
}

/**
 * The level that a title in a roster stands for: of several titles the highest.
 * @returns undefined when no title is known; a level found like this is a guess and told as one.
 */
export function levelOfTitle(text: string): PostLevel | undefined {
  const levels = partsOf(text).map(titleLevel);
  return postLevels.find((level) => levels.includes(level));
}

/** The level that a column of levels or ranks says. */
export function levelOfWord(text: string): PostLevel | undefined {
  const word = text.normalize('NFKC').replace(/\s+/g, '');
  const said = levelWord.exec(word)?.[1];
  return (
    postLevels.find((level) => level === said) ??
    ranks.find(([, pattern]) => pattern.test(word))?.[0] ??
    levelOfTitle(word)
  );
}

const civilRank =
  /^(?:[一二三四]级|副)?(?:主任科员|调研员|巡视员|科员|高级主办|主办)$|^(?:正|副)?[处科]级(?:干部)?$/;

/** A post without the rank that stands behind it: 处长 of 处长、二级调研员. */
export function withoutRank(text: string): string {
  const parts = text
    .normalize('NFKC')
    .split(/[、,，;；/()\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const posts = parts.filter((part) => !civilRank.test(part.replace(/\s+/g, '')));
  return parts.length > posts.length && posts.length === 1 ? (posts[0] ?? text) : text;
}
