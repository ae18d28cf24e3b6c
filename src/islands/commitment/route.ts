import { useHash } from '../../browser/useHash.ts';

/** The parts of the page; each has an address. */
export const parts = ['one', 'batch', 'log'] as const;
export type Part = (typeof parts)[number];

const readPart = (hash: string): Part => parts.find((part) => part === hash) ?? 'one';

export const usePart = (): Part => useHash(readPart);
