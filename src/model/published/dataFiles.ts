import type { ChecklistIndex, ChecklistRisk } from '../assessment/checklist.ts';
import type {
  FinderCore,
  FinderDetails,
  FinderRelations,
  FinderShard,
} from '../finder/finderIndex.ts';
import type { PageTexts } from '../finder/pageTexts.ts';
import type { LetterData } from '../letter/letterData.ts';
import type { PrintedFile } from '../paper/printedFiles.ts';
import type { PostList } from '../post/postList.ts';
import type { BankIndex, OpenQuestion } from '../quiz/bank.ts';
import type { FileList } from './fileList.ts';
import type { RegisterData } from '../register/rows.ts';
import type { ReviewRules, WorkbookWall } from '../rollup/reviewRules.ts';

/**
 * The data files that pages fetch, by name: `/data/<name>.json`. A `*` stands for the part of a file
 * of which there are several. Both ends read this list: what publishes them and what fetches them.
 * Besides what stands here each carries its stamp, see stamp.ts.
 */
export interface DataFiles {
  /** Which risks there are and whose they are. */
  readonly checklist: ChecklistIndex;
  /** The texts of the risks of one wall; `*` is its id. */
  readonly 'checklist/*': { readonly risks: readonly ChecklistRisk[] };
  /** Every file of the site, for the self-test. Written last, over all others. */
  readonly files: FileList;
  /** What the finder's first answer needs. */
  readonly finder: FinderCore;
  /** The rows behind the first answer; `*` counts from 1. */
  readonly 'finder-*': FinderShard;
  /** The further fields of a file of rows; `*` counts from 0. */
  readonly 'finder-details-*': FinderDetails;
  /** Everyday words for what the walls say, for what comes nearest. */
  readonly 'finder-relations': FinderRelations;
  /** The texts of the commitment letters. */
  readonly letters: LetterData;
  /** The catalogue of posts, for choosers and for names. */
  readonly posts: { readonly posts: PostList };
  /** The texts of the pages, for the search; `*` counts from 0. Written when the pages are. */
  readonly 'pages-*': PageTexts;
  /** The PDFs that stand beside the site; none as it is built, see the print command. */
  readonly printed: { readonly files: readonly PrintedFile[] };
  /** Which questions there are and for whom, without their texts. */
  readonly quiz: BankIndex;
  /** The questions of a wall; `*` is its id, or `gen`. */
  readonly 'quiz/*': { readonly questions: readonly OpenQuestion[] };
  /** What the questions of a wall are judged by, coded. */
  readonly 'quiz/*-key': { readonly key: string };
  /** Every risk with all that its wall says of it. */
  readonly register: RegisterData;
  /** What new risks are judged by, beside the walls themselves. */
  readonly review: ReviewRules;
  /** A wall with all that its file says, for the authors' workbook; `*` is its id. */
  readonly 'workbook/*': WorkbookWall;
}

export type DataName = keyof DataFiles;

/** Names of files of which there are several need to be told which one. */
export type DataPart<K extends DataName> = K extends `${string}*${string}`
  ? [part: string | number]
  : [];

/** Where a data file stands, from the home page: `data/quiz/w01-key.json`. */
export function dataPath<K extends DataName>(name: K, ...[part]: DataPart<K>): string {
  return `data/${name.replace('*', String(part ?? ''))}.json`;
}
