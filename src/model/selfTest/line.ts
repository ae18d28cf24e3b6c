/** How one thing that was looked at stands. */
export type LineState =
  | 'good'
  | 'bad'
  /** Worth knowing; nobody has to mend it. */
  | 'note'
  /** Does not apply, or waits until another line is mended. */
  | 'none';

/** Never by colour alone. */
export const stateWords: Readonly<
  Record<LineState, { readonly sign: string; readonly word: string }>
> = {
  good: { sign: '✓', word: '正常' },
  bad: { sign: '×', word: '有问题' },
  note: { sign: '！', word: '提醒' },
  none: { sign: '–', word: '不适用' },
};

/** What is looked at, in the order of the page. */
export const lineNames = {
  opened: '怎样打开',
  types: '文件类型',
  folders: '默认文档',
  compression: '压缩',
  caching: '缓存',
  framing: '不让别站套框',
  policy: '服务器另加的策略',
  sniffing: '不猜类型',
  referrer: '不带出网址',
  notFound: '没有的地址',
  versions: '网页和数据同一版',
  files: '文件齐全',
  search: '查找',
  clock: '时钟',
  kernel: '浏览器内核',
  storage: '浏览器存储',
  printing: '打印',
  fonts: '公文字体',
  wasm: 'WebAssembly',
} as const;

export type LineId = keyof typeof lineNames;

export interface Line {
  readonly id: LineId;
  readonly state: LineState;
  /** What was measured. */
  readonly measured: string;
  /** What to mend, one sentence for each kind of server where they differ. */
  readonly remedies: readonly string[];
}

/** What a judge says of its line. */
export type Verdict = Omit<Line, 'id'>;

export const good = (measured: string): Verdict => ({ state: 'good', measured, remedies: [] });
export const none = (measured: string): Verdict => ({ state: 'none', measured, remedies: [] });
export const note = (measured: string, ...remedies: string[]): Verdict => ({
  ...{ state: 'note', measured },
  remedies,
});
export const bad = (measured: string, remedies: readonly string[]): Verdict => ({
  ...{ state: 'bad', measured },
  remedies,
});
