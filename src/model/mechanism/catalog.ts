import type { Mechanism } from '../vocabulary.ts';
import type { MechanismCatalog } from './catalogSchema.ts';
import type { MechanismDocument } from './documentSchema.ts';

/** One mechanism with what has been entered of it. */
export interface MechanismShelf {
  readonly name: Mechanism;
  readonly meaning: string;
  readonly expected: number;
  /** Documents entered, presumed ones included. */
  readonly entered: number;
  /** Of these, documents whose mechanism the bureau has yet to confirm. */
  readonly presumed: number;
  readonly documents: readonly MechanismDocument[];
  /** Name of the prose that stands with it, under `content/pages/`. */
  readonly page: string | undefined;
}

/** Page anchor of a document; printed references depend on it. */
export const documentAnchor = (id: string): string => `document-${id}`;

/** The mechanisms in the order of the catalog, each with its documents in the order of their ids. */
export function mechanismShelves(
  catalog: MechanismCatalog,
  documents: readonly MechanismDocument[],
): MechanismShelf[] {
  return catalog.mechanisms.map(({ name, meaning, expected, page }) => {
    const held = documents
      .filter(({ mechanism }) => mechanism === name)
      .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
    return {
      name,
      meaning,
      expected,
      entered: held.length,
      presumed: held.filter(({ isPresumedMechanism }) => isPresumedMechanism).length,
      documents: held,
      page,
    };
  });
}

/** What a wall page shows of a document: at which steps of this wall it is relied on. */
export interface WallDocument {
  readonly document: MechanismDocument;
  /** Ids of the steps, in the order of the file; empty when the wall as a whole relies on it. */
  readonly stepIds: readonly string[];
}

/** The documents that a wall or any of its steps relies on. */
export function documentsOfWall(
  documents: readonly MechanismDocument[],
  wallId: string,
): WallDocument[] {
  return documents.flatMap((entry) => {
    const places = entry.reliedOnBy
      .map(({ at }) => at)
      .filter((at) => at === wallId || at.startsWith(`${wallId}-`));
    return places.length === 0
      ? []
      : [{ document: entry, stepIds: places.filter((at) => at !== wallId) }];
  });
}
