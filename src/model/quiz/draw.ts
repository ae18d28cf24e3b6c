import { everyPost, isEveryPost, type MyPost } from '../post/myPost.ts';
import { findListed, type PostList } from '../post/postList.ts';
import { difficulties, type Difficulty, type PostLevel } from '../vocabulary.ts';
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
  if (post.posts.length > 0 && entry.wall !== 'gen') {
    const isOfPost = entry.posts.some((ref) => post.posts.includes(ref));
    return isOfPost && (post.walls.length === 0 || post.walls.includes(entry.wall));
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

/** The levels of the chosen posts, or those that were chosen by themselves. */
function levelsOf(post: MyPost, list: PostList): readonly PostLevel[] {
  const found = post.posts.flatMap((ref) => findListed(list, ref)?.post.level ?? []);
  return post.posts.length > 0 ? [...new Set(found)] : post.levels;
}

/** From easy to hard, cases last: the custom of written tests, and kinder to begin with. The order is
    part of what the number of a paper stands for: another one would give old papers a wrong key. */
const typeOrder = ['判断', '单选', '多选', '排序', '配对', '案例'];

/**
 * Draws a paper. The same bank, post and seed give the same paper on every machine.
 * Where the post has too few questions the rest comes from its walls, then from its level, then from all.
 * @returns ids in the order of the paper; fewer than asked only when the bank holds fewer.
 */
export function drawPaper(
  { questions, exam, posts }: Pick<BankIndex, 'questions' | 'exam' | 'posts'>,
  { questionCount }: Pick<Paper, 'questionCount'>,
  post: MyPost,
  seed: string,
): string[] {
  const random = randomFrom(seed);
  const order = shuffled(questions, random);
  const levels = levelsOf(post, posts);
  const ofLevel = order.filter((entry) => isForPost({ ...everyPost, levels }, entry));
  const general = ofLevel.filter((entry) => entry.wall === 'gen');
  const mine = order.filter((entry) => entry.wall !== 'gen' && isForPost(post, entry));
  // What is asked on the walls that the post works on concerns it more than the rest of its level.
  const myWalls = new Set(mine.map(({ wall }) => wall));
  const ofWalls = post.posts.length > 0 ? ofLevel.filter(({ wall }) => myWalls.has(wall)) : [];
  const generalCount = Math.min(
    general.length,
    Math.round(questionCount * (exam?.generalShare ?? 0.2)),
  );
  const topics = new Set<string>();
  const drawn = [
    ...pick(general, generalCount, topics),
    ...pick(mine, questionCount - generalCount, topics),
  ];
  for (const reserve of isEveryPost(post) ? [order] : [ofWalls, ofLevel, order]) {
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
