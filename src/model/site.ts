import type { Bureau } from './bureauSchema.ts';
import type { LawSource } from './lawSchema.ts';
import type { Synonyms } from './synonymSchema.ts';
import type { WallSource } from './wallSchema.ts';

/** A file of the content with the data read from it. */
export interface Sourced<T> {
  /** Path as authors know it: `content/walls/land-expropriation.mdx`. */
  readonly file: string;
  /** File name without its ending: the slug of a wall, the id of a law. */
  readonly name: string;
  readonly data: T;
}

/** Everything that the checks need to see at once. */
export interface ContentSet {
  readonly bureau: Sourced<Bureau>;
  readonly synonyms: Sourced<Synonyms>;
  readonly walls: readonly Sourced<WallSource>[];
  readonly laws: readonly Sourced<LawSource>[];
}
