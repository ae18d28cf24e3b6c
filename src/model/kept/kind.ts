import type { KindName } from './kinds.ts';

/** The elements of one item by their names. Names never depend on wording. */
export type Parts = Readonly<Record<string, unknown>>;

/** Brings an element of one schema to the next. */
export type Migration = (part: string, data: unknown) => unknown;

/**
 * What the keeper must know of a kind of saved thing: how it falls into elements, what shape each of
 * them has, and how an item is put together from those that are sound.
 */
export interface KeptKind<Item> {
  readonly name: KindName;
  /** Raised when an element changes its shape; older ones are brought up by the migrations. */
  readonly schema: number;
  /** `migrations[n]` brings an element of schema n to n + 1. */
  readonly migrations: Readonly<Record<number, Migration>>;
  /**
   * The elements of an item, or of data that should be one: from a file, or as versions before the
   * envelope kept it. Elements are not checked here; what is nowhere to be found is left out.
   */
  readonly partsOf: (data: unknown) => Parts;
  /** The element's data when its shape is right. Fields that it does not know stay in it. */
  readonly readPart: (part: string, data: unknown) => { readonly data: unknown } | undefined;
  /** The item of sound elements; undefined when there is nothing to show. */
  readonly join: (item: string, parts: Parts) => Item | undefined;
  /** How an element is called on the page: `W01-R07 的作答`. */
  readonly partName: (part: string) => string;
  /** Joins two states of an element where not simply the later one counts. */
  readonly joinPart?: (part: string, stored: unknown, mine: unknown) => unknown;
  /** Under which id data of a version before the envelope is kept, where its key did not tell. */
  readonly itemOf?: (data: unknown) => string | undefined;
  /** Of the data of an element that carries a time of its own, in ms since 1970. */
  readonly timeOf?: (data: unknown) => number | undefined;
}

/**
 * Checks a kind when the program starts rather than when somebody's old record is opened.
 * @throws Error when a step between two schemas is missing.
 */
export function keptKind<Item>(kind: KeptKind<Item>): KeptKind<Item> {
  for (let from = 1; from < kind.schema; from += 1) {
    if (!kind.migrations[from]) {
      throw new Error(`${kind.name}：没有从第 ${from} 版到第 ${from + 1} 版的迁移`);
    }
  }
  const surplus = Object.keys(kind.migrations).filter((from) => Number(from) >= kind.schema);
  if (surplus.length > 0)
    throw new Error(`${kind.name}：多出了从第 ${surplus.join('、')} 版起的迁移`);
  return kind;
}

/** An element brought up to the present schema and checked. @returns undefined when it does not fit. */
export function readElement<Item>(
  kind: KeptKind<Item>,
  part: string,
  { schema, data }: { readonly schema: number; readonly data: unknown },
): { readonly data: unknown } | undefined {
  let current = data;
  for (let version = schema; version < kind.schema; version += 1) {
    current = kind.migrations[version]?.(part, current);
  }
  return kind.readPart(part, current);
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
