/**
 * What a reminder is about, in the words of the check page and of the terminal. The order is the
 * order in which an office would take them up: what is late first, what is tidy last.
 */
export const reminderKinds = [
  '复核已过期',
  '快到复核日期',
  '处室和岗位没有风险点',
  '措施由谁来做查不到',
  '文字雷同',
  '法条没有引用',
  '题库缺口',
  '承诺书缺口',
  '制度没有墙靠它',
  '出口没有接上',
  '其他',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Why the reminder is given; shown once above its list. */
export const reminderKindMeaning: Readonly<Record<ReminderKind, string>> = {
  复核已过期: '过了下次复核日期的墙，读的人会看到过期提示。',
  快到复核日期: '六十天内要复核的墙，可以先安排人。',
  处室和岗位没有风险点: '排查时可能漏了；确实没有的，不用管。',
  措施由谁来做查不到: '执行人不在处室名单里，也不是哪个岗位、哪一步的承办人，可能写错了名字。',
  文字雷同: '两条说的像是同一件事，换了几个词；各写各的做法。',
  法条没有引用: '目录里收了，却没有哪面墙、哪道题用到。',
  题库缺口: '题数、题型、难度、岗位层级哪里还缺。',
  承诺书缺口: '哪一级岗位、哪一种承诺书还没有文字。',
  制度没有墙靠它: '五项机制里录了，却没有哪面墙、哪一步说靠它。',
  出口没有接上: '流程转出去的事项有墙，或者墙还没有编好。',
  其他: '没有归到上面几种的提醒。',
};
