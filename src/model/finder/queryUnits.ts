import { cutWords, pairsOf } from '../text/cutWords.ts';

/** Everyday words and what the walls call the same; both folded. */
export interface Relation {
  /** How people put it. */
  readonly say: readonly string[];
  /** The words to look for; those of `say` are looked for as well. */
  readonly mean: readonly string[];
}

/** One thing that the query asks for, in all the words in which the site may say it. */
export interface Unit {
  readonly words: readonly string[];
  /** How much of the query it stands for. */
  readonly weight: number;
}

/** Words that stand in every question and tell nothing about what is asked. */
const idle = new Set(
  [
    '怎么 怎样 如何 什么 哪些 哪个 哪里 为什么 多少 谁 吗 呢 吧 了 的 得 地 着 过 是 在 有 没有 没 不 被 把 给 让 叫 和 与 或 及',
    '都 也 就 还 又 再 才 很 太 可以 能 不能 会 要 应该 问题 情况 相关 有关 关于 我 我们 他 他们 你 自己 别人 人家 一个 这 那 个',
    '不 无 未 就 人 事 地 土 用 项 件 一 二 三 两 几 多 少 大 小 好 新 年 天 外 公 法 行 成 过 出 来 去 做 办 开 发',
    '为 对 从 到 向 以 其 而 等 时 后 前 上 下 中 里 内 外 个人 行为 工作 人员 单位 进行 可能 导致 不是 不到 谁的 起来 出去 出来 下去 一下 一直 老是 总是 到底',
  ].flatMap((line) => line.split(' ')),
);

const pairWeight = 0.4;
/** Pairs inside of a word that is looked for whole say little more than the word. */
const innerPairWeight = 0.15;
/** A single character of a name is a weak sign, and often the only one. */
const charWeight = 0.25;
const relatedWeight = 1.3;

/** The relations whose words stand in the text; longer words first, and none inside of another. */
function relationsIn(text: string, relations: readonly Relation[]) {
  const found = relations
    .flatMap((relation) =>
      relation.say
        .filter((word) => text.includes(word))
        .map((word) => ({ relation, word, at: text.indexOf(word) })),
    )
    .sort((a, b) => b.word.length - a.word.length);
  const taken: typeof found = [];
  for (const one of found) {
    const end = one.at + one.word.length;
    const isInside = taken.some(
      ({ at, word }) => at <= one.at && end <= at + word.length && word.length > one.word.length,
    );
    if (!isInside) taken.push(one);
  }
  return taken;
}

/** What each word stands for: a word may be in several relations. */
function byWord(related: ReturnType<typeof relationsIn>): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { relation, word } of related) {
    all.set(word, [...(all.get(word) ?? []), ...relation.say, ...relation.mean]);
  }
  return all;
}

/** Cuts the words of a query into what it asks for. */
export function queryUnits(words: readonly string[], relations: readonly Relation[]): Unit[] {
  const units = new Map<string, Unit>();
  const add = (key: string, unit: Unit) => {
    const known = units.get(key);
    if (!known || known.weight < unit.weight) units.set(key, unit);
  };
  for (const text of words) {
    const related = relationsIn(text, relations);
    for (const [word, others] of byWord(related)) {
      add(word, {
        words: [...new Set([word, ...others])],
        weight: relatedWeight * Math.min(2, word.length / 2),
      });
    }
    const cut = cutWords(text).filter((word) => word.length > 1 && !idle.has(word));
    const whole = [...cut, ...related.map(({ word }) => word)];
    for (const word of cut) if (!units.has(word)) add(word, { words: [word], weight: 1 });
    for (const pair of pairsOf(text)) {
      if (idle.has(pair)) continue;
      const isInner = whole.some((word) => word.includes(pair));
      add(pair, { words: [pair], weight: isInner ? innerPairWeight : pairWeight });
    }
    for (const char of text) {
      if (!idle.has(char) && /[\u3400-\u9fff]/.test(char)) {
        add(char, { words: [char], weight: charWeight });
      }
    }
    if (text.length > 1 && text.length < 9 && !units.has(text)) {
      add(text, { words: [text], weight: 1 });
    }
  }
  return [...units.values()];
}
