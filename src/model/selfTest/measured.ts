import type { DataFault } from '../published/fetched.ts';
import type { FileList } from '../published/fileList.ts';
import type { Answer } from './answer.ts';
import type { CheckedFiles } from './fileFaults.ts';

/** How the page itself was opened, and in what. */
export interface Place {
  /** As the browser says it: `http:`. */
  readonly protocol: string;
  /** Opened from a folder: there is no server to judge. */
  readonly isFolder: boolean;
  /** Where the page stands. */
  readonly path: string;
  /** Where the home page stands. */
  readonly base: string;
  readonly userAgent: string;
  /** The publication that this page is of. */
  readonly siteVersion: string | undefined;
  /** Whether the script that stands in the page itself has run. */
  readonly hasInlineRun: boolean;
  /** What a policy has refused while the page was testing, by directive. */
  readonly refused: readonly string[];
}

/** What the server has answered. */
export interface Served {
  /** Files that every site has, of every extension. */
  readonly samples: readonly Answer[];
  /** An address that ends in a folder. */
  readonly folder: Answer;
  /** Addresses that are not there. */
  readonly missing: readonly Answer[];
  readonly list: { readonly answer: Answer; readonly data: FileList | undefined };
  /** Of the list: some at first, all when asked for. */
  readonly checked: CheckedFiles;
}

/** What was found when the test phrase was looked for; a folder has no pages' texts to look in. */
export type Searched =
  | { readonly status: 'done'; readonly risks: number; readonly pages: number | undefined }
  | { readonly status: 'fault'; readonly fault: DataFault };

export interface InBrowser {
  readonly canKeep: boolean;
  readonly hasDatabase: boolean;
  /** Whether so many characters more fit; see `wantedRoom`. */
  readonly hasRoom: boolean;
  /** Bytes that the browser says it can still keep; undefined on plain http, where it says nothing. */
  readonly freeBytes: number | undefined;
  readonly fonts: readonly { readonly name: string; readonly isThere: boolean }[];
  /** Whether the size of the sheet can be set. */
  readonly canSizePaper: boolean;
}

export interface Measured {
  readonly place: Place;
  /** Undefined when opened from a folder. */
  readonly served: Served | undefined;
  readonly phrase: string;
  readonly searched: Searched;
  readonly browser: InBrowser;
}

/** Characters that a whole self-assessment, an exam and letters take, with room to spare. */
export const wantedRoom = 1_000_000;
