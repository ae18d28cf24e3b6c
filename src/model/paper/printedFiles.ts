/** What the print command makes; one kind for each desk on which it could be printed by hand. */
export type PrintedKind = 'walls' | 'boards' | 'handbook';

/** A PDF that stands beside the site, so that nobody has to lay it out again. */
export interface PrintedFile {
  /** From the home page: `print/w01-full.pdf`. */
  readonly path: string;
  readonly kind: PrintedKind;
  /** Number of its wall; empty for a handbook. */
  readonly wall: string;
  /** What it is called when it is saved, without its ending. */
  readonly name: string;
  readonly bytes: number;
}

/** Those that belong to a desk, in the order of their names. */
export const printedFor = (
  files: readonly PrintedFile[],
  { kind, wall }: Pick<PrintedFile, 'kind' | 'wall'>,
): PrintedFile[] =>
  files
    .filter((file) => file.kind === kind && file.wall === wall)
    .sort((a, b) => a.name.localeCompare(b.name));

/** A list with one more file; one of the same path was printed again. */
export const withPrinted = (files: readonly PrintedFile[], printed: PrintedFile): PrintedFile[] => [
  ...files.filter(({ path }) => path !== printed.path),
  printed,
];

const bytesPerMegabyte = 1_000_000;

/** `1.2 MB`; what is smaller than a tenth is said to be a tenth. */
export const sizeInWords = (bytes: number): string =>
  `${Math.max(0.1, bytes / bytesPerMegabyte).toFixed(1)} MB`;
