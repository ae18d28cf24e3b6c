/** Where a page is offered on every page, besides the links in the text. */
type Menu = 'main' | 'mechanism' | 'footer';

interface Row<Key extends string> {
  /** What links, menus and trails call the page. */
  readonly name: string;
  /** Its heading, where that is not the name. */
  readonly title?: string;
  /** From the home page, with a slash at the end. */
  readonly path: string;
  /** The page above it in the trail. */
  readonly parent?: Key;
  readonly menu?: Menu;
  /** What a reader finds there, in one line without a full stop. */
  readonly tells: string;
}

/** Keeps the keys, so that a parent that does not exist is a fault of type. */
const keyed = <Key extends string>(rows: Readonly<Record<Key, Row<NoInfer<Key>>>>) => rows;

/**
 * Every page of the site that is not made from a collection, in the order of the menus. The pages of
 * a collection (a wall, a law, a post, a phase) stand under the row of their list.
 */
const rows = keyed({
  home: {
    name: '首页',
    path: '',
    tells: '每个权力事项一面墙：流程、风险点、依据、要求和惩处放在一张图上',
  },
  walls: {
    name: '防控墙',
    path: 'walls/',
    parent: 'home',
    menu: 'main',
    tells: '流程、风险点、依据、要求、惩处在一张图上',
  },
  risks: {
    name: '风险台账',
    path: 'risks/',
    parent: 'home',
    menu: 'main',
    tells: '全部风险点在一张表里，可筛选、导出、打印',
  },
  posts: {
    name: '岗位',
    path: 'posts/',
    parent: 'home',
    menu: 'main',
    tells: '每级岗位、每个处室的权、责、险',
  },
  'post-catalogue': {
    name: '岗位等级目录',
    title: '岗位廉政风险等级目录',
    path: 'posts/catalogue/',
    parent: 'posts',
    tells: '全局每个岗位的等级、风险点数和责任领导，可打印、导出',
  },
  'self-assessment': {
    name: '自查',
    path: 'self-assessment/',
    parent: 'home',
    menu: 'main',
    tells: '对照自己的岗位逐条判断，印成排查表',
  },
  quiz: {
    name: '测验',
    path: 'quiz/',
    parent: 'home',
    menu: 'main',
    tells: '练习、考试、错题本，每个选项都讲为什么',
  },
  commitment: {
    name: '承诺书',
    path: 'commitment/',
    parent: 'home',
    menu: 'main',
    tells: '按岗位的风险写成承诺，印出来手签',
  },
  rollup: {
    name: '汇总',
    path: 'rollup/',
    parent: 'home',
    menu: 'main',
    tells: '收上来的自查、测验合在一起看，审核补充的风险，印报表',
  },
  mechanism: {
    name: '机制',
    path: 'mechanism/',
    parent: 'home',
    menu: 'main',
    tells: '排查、制度、监督、科技、预警和成效',
  },
  laws: {
    name: '工作依据',
    path: 'laws/',
    parent: 'home',
    menu: 'main',
    tells: '引用过的法律和条文要点',
  },
  help: {
    name: '帮助',
    path: 'help/',
    parent: 'home',
    menu: 'main',
    tells: '怎么看墙、自查、测验、打印',
  },
  method: {
    name: '排查与三定',
    path: 'method/',
    parent: 'mechanism',
    menu: 'mechanism',
    tells: '风险从哪里找、怎么定级、一年怎么走一圈',
  },
  mechanisms: {
    name: '五项机制',
    path: 'mechanisms/',
    parent: 'mechanism',
    menu: 'mechanism',
    tells: '自律、防范、约束、惩处、信访的制度目录',
  },
  supervision: {
    name: '人权、事权、财权',
    path: 'supervision/',
    parent: 'mechanism',
    menu: 'mechanism',
    tells: '集体决策的环节，事前、事中、事后谁来防',
  },
  technology: {
    name: '科技防腐',
    path: 'technology/',
    parent: 'mechanism',
    menu: 'mechanism',
    tells: '信息系统各看住哪一步',
  },
  warning: {
    name: '预警与问责',
    path: 'warning/',
    parent: 'mechanism',
    menu: 'mechanism',
    tells: '看到什么苗头、谁提醒谁、几天里答复',
  },
  results: {
    name: '成效',
    path: 'results/',
    parent: 'mechanism',
    menu: 'mechanism',
    tells: '报告过的数字',
  },
  guide: {
    name: '编写和检查',
    path: 'guide/',
    parent: 'home',
    tells: '给写内容的人：怎么写，写好了怎么查',
  },
  authoring: {
    name: '编写指南',
    path: 'guide/authoring/',
    parent: 'guide',
    menu: 'footer',
    tells: '加一面墙、改一条风险、出一道题',
  },
  check: {
    name: '内容检查',
    path: 'guide/check/',
    parent: 'guide',
    menu: 'footer',
    tells: '到期的复核、没人用的措施、相近的风险点',
  },
  figures: {
    name: '全部数字',
    path: 'figures/',
    parent: 'home',
    menu: 'footer',
    tells: '每面墙的步骤和风险点个数',
  },
  handbook: {
    name: '印手册',
    title: '廉政风险防控手册',
    path: 'handbook/',
    parent: 'walls',
    tells: '把防控墙、岗位、机制和依据印成一本书',
  },
  changes: {
    name: '变更记录',
    title: '各面墙的变更记录',
    path: 'changes/',
    parent: 'walls',
    menu: 'footer',
    tells: '每面墙每一版改了什么',
  },
  verify: {
    name: '核对校验码',
    path: 'verify/',
    parent: 'home',
    menu: 'footer',
    tells: '纸上的码和文件、文字对不对得上',
  },
  'self-test': {
    name: '自检',
    path: 'self-test/',
    parent: 'help',
    tells: '给管服务器的人：网站放得对不对，哪里要改',
  },
  about: {
    name: '关于本站',
    path: 'about/',
    parent: 'home',
    menu: 'footer',
    tells: '这是什么、数据在哪里、支持哪些浏览器',
  },
});

/** A page's name in code; content points to it as `page:key`. */
export type PageKey = keyof typeof rows;

export interface SitePage extends Row<PageKey> {
  readonly key: PageKey;
  readonly title: string;
}

const keys = Object.keys(rows) as readonly PageKey[];

/** The page of a key. */
export function pageOf(key: PageKey): SitePage {
  const row: Row<PageKey> = rows[key];
  return { key, ...row, title: row.title ?? row.name };
}

export const sitePages: readonly SitePage[] = keys.map(pageOf);

/** The page that a `page:key` of the content names, or undefined when there is none. */
export function citedPage(key: string): SitePage | undefined {
  return sitePages.find((page) => page.key === key);
}

/** The pages of a menu, in its order. */
export const menuOf = (menu: Menu): readonly SitePage[] =>
  sitePages.filter((page) => page.menu === menu);

/** The pages right under a page. */
export const pagesUnder = (key: PageKey): readonly SitePage[] =>
  sitePages.filter(({ parent }) => parent === key);

/** From the home page down to a page, both included. */
export function lineTo(key: PageKey): readonly SitePage[] {
  const page = pageOf(key);
  return page.parent ? [...lineTo(page.parent), page] : [page];
}
