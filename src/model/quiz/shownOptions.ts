import type { TickPart } from './bank.ts';
import { optionOrder } from './draw.ts';

/** The order on this paper; 对 stands before 错 always. @returns option numbers. */
export function shownOrder({ id, type, options }: TickPart, seed: string): number[] {
  return type === '判断' ? [0, 1] : optionOrder(id, options.length, seed);
}

/** @param place from 0: A, B and so on. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

const firstCircled = '①'.codePointAt(0) ?? 0;

/** @param place from 0: ①, ② and so on, as far as ⑳. */
export const circledOf = (place: number): string => String.fromCodePoint(firstCircled + place);
