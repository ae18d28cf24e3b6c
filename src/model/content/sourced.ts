/** A file of the content with the data read from it. */
export interface Sourced<T> {
  /** Path as authors know it: `content/walls/land-expropriation.mdx`. */
  readonly file: string;
  /** File name without its ending: the slug of a wall, the id of a law. */
  readonly name: string;
  readonly data: T;
}
