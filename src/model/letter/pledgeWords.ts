/** A pledge is one sentence of two lines in 三号 type; what is shorter says nothing that can be checked. */
export const pledgeWords = { least: 30, most: 54 } as const;

/** How many pledges a post has of its own. Leaders have some for each field that they may be in charge of. */
export const pledgesOfPost = { least: 2, most: 4 } as const;

/**
 * Turns of phrase that no office would file, each with what to write instead. A letter is signed by a
 * person for his own acts: nobody bows to another department, quotes the title of a risk, or promises
 * to be earnest.
 */
export const unfitWords: readonly { readonly pattern: RegExp; readonly remedy: string }[] = [
  { pattern: /自觉接受|的约束/, remedy: '写本人做什么，不写接受谁的约束' },
  { pattern: /[“”‘’「」"《》]/, remedy: '去掉引号和书名号，风险点的名称不进承诺' },
  { pattern: /[A-Za-z]/, remedy: '不用字母' },
  { pattern: /坚决|认真|切实|努力|力争|绝不|决不|严禁/, remedy: '去掉表态的话，写查得到的动作' },
  {
    pattern:
      /守住|守牢|捂|拍板|卡壳|放水|红包|吃请|好处费|猫腻|暗箱|掮客|走后门|开口子|熟人|关系户/,
    remedy: '换成公文用语',
  },
  { pattern: /我们|他们|应当|不准/, remedy: '用第一人称说本人的事，不写对别人的要求' },
];
