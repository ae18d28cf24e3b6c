/**
 * Whether the page is of the folder edition, opened from a disc: there are no fetch, no modules and
 * no workers then. The package marks the pages, see `editionMark`.
 */
export const isFolderEdition = (): boolean => storageScope() !== '';

/**
 * Stands before every name in the browser's storage. On a server there is nothing to be kept apart.
 * Pages from discs share one storage, whatever their folder: there it is the bureau, as a newer disc
 * of the same bureau has to find what was saved with the older one.
 */
export const storageScope = (): string => document.documentElement.dataset['edition'] ?? '';
