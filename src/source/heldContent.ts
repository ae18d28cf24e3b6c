import type { ContentSet } from '../model/content/contentSet.ts';
import type { Problem } from '../model/problem/problem.ts';

/** Content without a fault, as it was read. */
export interface SoundContent {
  readonly content: ContentSet;
  /** Reminders only. */
  readonly problems: readonly Problem[];
  /** YYYY-MM-DD: the day of the reading, on which “overdue” rests. */
  readonly date: string;
}

// The program that starts the build, the collections and the pages are bundled apart, so the
// content that they share hangs on the one thing that they have in common.
const place = Symbol.for('fangkongqiang.content');
const shared = globalThis as { [place]?: SoundContent };

/** Puts content where pages find it; what was held before is let go. */
export function holdContent(content: SoundContent): void {
  shared[place] = content;
}

/**
 * The content that this build, or the development server at this moment, is made from.
 * @throws Error when none has been read yet.
 */
export function heldContent(): SoundContent {
  const held = shared[place];
  if (!held) throw new Error('还没有读内容：页面只能由 npm run build 或 npm run dev 生成');
  return held;
}
