/**
 * The closed vocabularies of the field. Values are the Chinese words that authors write and users
 * read, so there is no translation table between file, model and page.
 * Source of the words and of the meanings of categories, grades and levels: the 2013 work report.
 */

export const powerClasses = ['人权', '事权', '财权'] as const;
export type PowerClass = (typeof powerClasses)[number];

export const categories = ['环境风险', '权力风险', '管理风险', '政策风险', '人员素质风险'] as const;
export type Category = (typeof categories)[number];

export interface CategoryEntry {
  readonly meaning: string;
  /** The 2011 national wording that staff may search with instead (see the category map of the forms). */
  readonly nationalName: string;
  /** Stable ASCII code for CSS classes and URLs. */
  readonly code: string;
}

export const categoryEntries: Readonly<Record<Category, CategoryEntry>> = {
  环境风险: {
    meaning: '来自身边的压力：人情、说情、围猎、地方和企业的催逼。',
    nationalName: '外部环境风险',
    code: 'environment',
  },
  权力风险: {
    meaning: '审批、裁量、处置的权力过于集中，一个人说了算。',
    nationalName: '岗位职责风险',
    code: 'power',
  },
  管理风险: {
    meaning: '流程、台账、交接、监督有缺口，做没做、谁做的查不出来。',
    nationalName: '业务流程风险',
    code: 'management',
  },
  政策风险: {
    meaning: '标准模糊、新旧规定衔接不上，给变通执行留了口子。',
    nationalName: '制度机制风险',
    code: 'policy',
  },
  人员素质风险: {
    meaning: '操守、能力、作风跟不上岗位要求。',
    nationalName: '思想道德风险',
    code: 'conduct',
  },
};

export const grades = ['一类', '二类', '三类'] as const;
export type Grade = (typeof grades)[number];

export interface GradeEntry {
  /** Shape that tells the grade without colour (black-and-white print, colour-blind readers). */
  readonly mark: '▲' | '■' | '●';
  /** 1 is the gravest. */
  readonly rank: 1 | 2 | 3;
  readonly meaning: string;
  /** Other words for the same grade, accepted in search. */
  readonly synonyms: readonly string[];
}

export const gradeEntries: Readonly<Record<Grade, GradeEntry>> = {
  一类: {
    mark: '▲',
    rank: 1,
    meaning: '做实了可能构成犯罪',
    synonyms: ['一级', '高', '高风险', 'A级'],
  },
  二类: {
    mark: '■',
    rank: 2,
    meaning: '可能违反党纪政纪',
    synonyms: ['二级', '中', '中风险', 'B级'],
  },
  三类: {
    mark: '●',
    rank: 3,
    meaning: '违反职业道德和软环境、政风行风建设规定',
    synonyms: ['三级', '低', '低风险', 'C级'],
  },
};

export const postLevels = ['领导', '中层', '普通'] as const;
export type PostLevel = (typeof postLevels)[number];

/** How each level is called on a wall, and where the report puts its focus. */
export const postLevelEntries: Readonly<
  Record<PostLevel, { readonly title: string; readonly focus: string; readonly code: string }>
> = {
  领导: {
    title: '分管领导',
    focus: '重大事项决策、重要人事任免、重大项目安排、大额资金使用',
    code: 'leader',
  },
  中层: {
    title: '处室负责人',
    focus: '审批、管理、执法环节中的行政审批权、自由裁量权、现场裁决权和内部管理权',
    code: 'middle',
  },
  普通: { title: '工作人员', focus: '履行岗位职责、执行制度的过程', code: 'staff' },
};

/** Groups of departments, in the order in which a reader of a chooser looks for them. */
export const departmentGroups = ['局领导', '机关处室', '局属单位', '议事机构', '外单位'] as const;
export type DepartmentGroup = (typeof departmentGroups)[number];

export const staffKinds = ['公务员', '参公', '事业编制', '聘用', '外单位'] as const;
export type StaffKind = (typeof staffKinds)[number];

export const stepKinds = ['开始', '办理', '判断', '会审', '公示', '拨付', '办结'] as const;
export type StepKind = (typeof stepKinds)[number];

/**
 * How a flow leaves its line: it is over (终止), another wall, office or body takes it (转出), or it
 * rests until something has been done and comes back (暂停).
 */
export const exitKinds = ['终止', '转出', '暂停'] as const;
export type ExitKind = (typeof exitKinds)[number];

export const controlPhases = ['事前', '事中', '事后'] as const;
export type ControlPhase = (typeof controlPhases)[number];

/** The five mechanisms of the 2013 report; each is a set of documents (制度). */
export const mechanisms = ['自律', '防范', '约束', '惩处', '信访'] as const;
export type Mechanism = (typeof mechanisms)[number];

/** Where a document of a mechanism comes from. */
export const documentSources = ['汇报点名', '本单位补充'] as const;

/** What a picture of reported figures can show; nothing else is compared. */
export const pictureKinds = ['占比', '构成', '名次'] as const;
export type PictureKind = (typeof pictureKinds)[number];

export const lawLevels = [
  '法律',
  '行政法规',
  '司法解释',
  '党政联合法规',
  '部门规章',
  '规范性文件',
  '党内法规',
  '地方规定',
  '本局制度',
  '标准',
] as const;
export type LawLevel = (typeof lawLevels)[number];

export const questionTypes = ['单选', '多选', '判断', '排序', '配对', '案例'] as const;
export type QuestionType = (typeof questionTypes)[number];

export const difficulties = ['易', '中', '难'] as const;
export type Difficulty = (typeof difficulties)[number];
