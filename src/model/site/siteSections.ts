/** The parts of the site, in the order of the main navigation. */
export interface SiteSection {
  readonly name: string;
  /** From the home page, with a slash at the end. */
  readonly path: string;
  /** What a reader finds there, in one line. */
  readonly tells: string;
}

/** The pages on the mechanism around the walls; they share one navigation of their own. */
export const mechanismPages: readonly SiteSection[] = [
  { name: '排查与三定', path: 'method/', tells: '风险从哪里找、怎么定级、一年怎么走一圈' },
  { name: '五项机制', path: 'mechanisms/', tells: '自律、防范、约束、惩处、信访的制度目录' },
  {
    name: '人权、事权、财权',
    path: 'supervision/',
    tells: '集体决策的环节，事前、事中、事后谁来防',
  },
  { name: '科技防腐', path: 'technology/', tells: '信息系统各看住哪一步' },
  { name: '预警与问责', path: 'warning/', tells: '看到什么苗头、谁提醒谁、几天里答复' },
  { name: '成效', path: 'results/', tells: '报告过的数字' },
];

export const mainSections: readonly SiteSection[] = [
  { name: '防控墙', path: 'walls/', tells: '流程、风险点、依据、要求、惩处在一张图上' },
  { name: '风险台账', path: 'risks/', tells: '全部风险点在一张表里，可筛选、导出、打印' },
  { name: '岗位', path: 'posts/', tells: '每级岗位、每个处室的权、责、险' },
  { name: '自查', path: 'self-assessment/', tells: '对照自己的岗位逐条判断，印成排查表' },
  { name: '测验', path: 'quiz/', tells: '练习、考试、错题本，每个选项都讲为什么' },
  { name: '承诺书', path: 'commitment/', tells: '按岗位的风险写成承诺，印出来手签' },
  { name: '机制', path: 'mechanism/', tells: '排查、制度、监督、科技、预警和成效' },
  { name: '依据', path: 'laws/', tells: '引用过的法律和条文要点' },
  { name: '帮助', path: 'help/', tells: '怎么看墙、自查、测验、打印' },
];

/** Pages for those who write, check and hand out; they stand in the footer. */
export const officePages: readonly SiteSection[] = [
  { name: '编写指南', path: 'guide/authoring/', tells: '加一面墙、改一条风险、出一道题' },
  { name: '内容检查', path: 'guide/check/', tells: '到期的复核、没人用的措施、相近的风险点' },
  { name: '全部数字', path: 'figures/', tells: '每面墙的步骤和风险点个数' },
  { name: '核对校验码', path: 'verify/', tells: '纸上的码和文件、文字对不对得上' },
  { name: '关于本站', path: 'about/', tells: '这是什么、数据在哪里、支持哪些浏览器' },
];

/** The section of the main navigation that a page belongs to. */
export function sectionOf(path: string): SiteSection | undefined {
  const isMechanism = mechanismPages.some((page) => path.startsWith(page.path));
  return mainSections.find((section) =>
    isMechanism ? section.path === 'mechanism/' : path.startsWith(section.path),
  );
}
