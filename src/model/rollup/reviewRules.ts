import type { ContentSet } from '../content/contentSet.ts';
import type { WallSource } from '../wall/wallSchema.ts';

/**
 * What the import of a workbook judges new risks by, as far as it stands outside of the walls: the
 * page judges by the very same, so that what it calls complete is taken.
 */
export type ReviewRules = Pick<ContentSet, 'laws' | 'posts' | 'wording'> & {
  /** Which risks are answered by a pledge, by department. */
  readonly pledges: readonly {
    readonly file: string;
    readonly name: string;
    readonly pledges: readonly {
      readonly posts: readonly string[];
      readonly risks: readonly string[];
    }[];
  }[];
  readonly bureau: {
    readonly file: string;
    readonly name: string;
    readonly data: Pick<
      ContentSet['bureau']['data'],
      'departments' | 'wallStandards' | 'guardPercentMax'
    >;
  };
};

/** The rules of a content, for publishing. */
export function reviewRules({ laws, posts, pledges, wording, bureau }: ContentSet): ReviewRules {
  const { departments, wallStandards, guardPercentMax } = bureau.data;
  return {
    laws,
    posts,
    pledges: pledges.map(({ file, name, data }) => ({
      file,
      name,
      pledges: data.pledges.map((one) => ({ posts: one.posts, risks: one.risks })),
    })),
    wording,
    bureau: {
      file: bureau.file,
      name: bureau.name,
      data: { departments, wallStandards, guardPercentMax },
    },
  };
}

/** A wall with all that its file says: the rows of its workbook are made of it. */
export interface WorkbookWall {
  readonly slug: string;
  readonly wall: WallSource;
}
