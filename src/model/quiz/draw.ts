import { isEveryPost, type MyPost } from '../post/myPost.ts';
import { difficulties, type Difficulty } from '../vocabulary.ts';
import type { BankEntry, BankIndex } from './bank.ts';
import type { Paper } from './examSchema.ts';
import { randomFrom, shuffled } from './seed.ts';

/** A third of a paper is easy and a fifth hard, as far as the bank allows. */
const difficultyShares: Readonly<Record<Difficulty, number>> = { 易: 0.3, 中: 0.5, 难: 0.2 };

/** Whether a question of a wall is for this post. General ones go by level alone. */
export function isForPost(post: MyPost, entry: BankEntry): boolean {
  if (post.levels.length > 0 && !entry.postLevels.some((level) => post.levels.includes(level))) {
    return false;
  }
  if (entry.wall === 'gen' || (post.departments.length === 0 && post.walls.length === 0)) {
    return true;
  }
  return (
    post.walls.includes(entry.wall) ||
    entry.departments.some((department) => post.departments.includes(department))
  );
}

/**
 * Takes so many, by difficulty, no two on one topic while others are left.
 * @param topics those that the paper has already; the topics of what is taken are added.
 */
function pick(entries: readonly BankEntry[], count: number, topics: Set<string>): BankEntry[] {
  const chosen: BankEntry[] = [];
  const take = (from: readonly BankEntry[], most: number, mayRepeat: boolean) => {
    let taken = 0;
    for (const entry of from) {
      if (taken >= most || chosen.length >= count) return;
      if (chosen.includes(entry) || (!mayRepeat && topics.has(entry.topic))) continue;
      chosen.push(entry);
      topics.add(entry.topic);
      taken += 1;
    }
  };
  for (const difficulty of difficulties) {
    const wanted = Math.round(count * difficultyShares[difficulty]);
    take(
      entries.filter((entry) => entry.difficulty === difficulty),
      wanted,
      false,
    );
  }
  take(entries, count, false);
  take(entries, count, true);
  return chosen;
}

/** From easy to hard, cases last: the custom of written tests, and kinder to begin with. */
const typeOrder = ['判断', '单选', '多选', '排序', '配对', '案例'];

/**
 * Draws a paper. The same bank, post and seed give the same paper on every machine.
 * Where the post has too few questions the rest comes from the other walls of its level, then from all.
 * @returns ids in the order of the paper; fewer than asked only when the bank holds fewer.
 */
export function drawPaper(
  { questions, exam }: Pick<BankIndex, 'questions' | 'exam'>,
  { questionCount }: Pick<Paper, 'questionCount'>,
  post: MyPost,
  seed: string,
): string[] {
  const random = randomFrom(seed);
  const order = shuffled(questions, random);
  const general = order.filter((entry) => entry.wall === 'gen' && isForPost(post, entry));
  const mine = order.filter((entry) => entry.wall !== 'gen' && isForPost(post, entry));
  const ofLevel = order.filter((entry) =>
    isForPost({ ...post, departments: [], walls: [] }, entry),
  );
  const generalCount = Math.min(
    general.length,
    Math.round(questionCount * (exam?.generalShare ?? 0.2)),
  );
  const topics = new Set<string>();
  const drawn = [
    ...pick(general, generalCount, topics),
    ...pick(mine, questionCount - generalCount, topics),
  ];
  for (const reserve of isEveryPost(post) ? [order] : [ofLevel, order]) {
    const missing = questionCount - drawn.length;
    if (missing <= 0) break;
    drawn.push(
      ...pick(
        reserve.filter((entry) => !drawn.includes(entry)),
        missing,
        topics,
      ),
    );
  }
  return drawn
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => typeOrder.indexOf(a.entry.type) - typeOrder.indexOf(b.entry.type) || a.i - b.i)
    .map(({ entry }) => entry.id);
}

/**
 * In which order the options of a part are shown on this paper. Judgements keep 对 before 错.
 * @returns option numbers.
 */
export function optionOrder(partId: string, count: number, seed: string): number[] {
  return shuffled([...Array(count).keys()], randomFrom(`${seed} ${partId}`));
}
