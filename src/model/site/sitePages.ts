/** Pages that content may point to as `page:name`, with their titles. */
export const sitePages: ReadonlyMap<string, string> = new Map([
  ['walls', '全部防控墙'],
  ['laws', '工作依据'],
  ['figures', '数字'],
  ['method', '排查与三定'],
  ['mechanisms', '五项机制'],
  ['supervision', '人权、事权、财权'],
  ['technology', '科技防腐'],
  ['warning', '预警与问责'],
  ['results', '成效'],
]);
