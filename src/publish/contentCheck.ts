import type { ContentSet } from '../model/content/contentSet.ts';
import type { Problem } from '../model/problem/problem.ts';
import { contentFolder } from '../source/contentFolder.ts';
import { localToday } from '../model/text/dates.ts';
import { readContent } from '../source/readContent.ts';

export interface ContentCheck {
  /** YYYY-MM-DD: the day of the build, on which “overdue” rests. */
  readonly date: string;
  readonly content: ContentSet;
  readonly problems: readonly Problem[];
}

/**
 * The check of the content with the lines of its files, which the collections do not keep.
 * @throws Error when the bureau's settings cannot be read; the build has stopped before that.
 */
export function contentCheck(): ContentCheck {
  const date = localToday();
  const { content, problems } = readContent(contentFolder(), date);
  if (!content) throw new Error('内容读不出来，先运行 npm run check-content');
  return { date, content, problems };
}
