import { fold } from '../text/foldText.ts';

export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Most characters are Chinese and fold to themselves; asking for each would cost a key press. */
function foldChar(char: string): string {
  return char >= '\u3400' && char <= '\u9fff' ? char : fold(char);
}

/**
 * Cuts a text at the whole phrases to be marked; spaces and width may differ from the query's.
 * @param phrases folded, longest first.
 */
export function markPhrases(text: string, phrases: readonly string[]): MarkedPart[] {
  const whole = fold(text);
  if (!phrases.some((phrase) => phrase !== '' && whole.includes(phrase))) {
    return text === '' ? [] : [{ text, isMarked: false }];
  }
  const chars = Array.from(text);
  // Where each character of the folded text comes from: folding drops some and lengthens others.
  const origin: number[] = [];
  let folded = '';
  chars.forEach((char, i) => {
    const plain = foldChar(char);
    folded += plain;
    for (let n = 0; n < plain.length; n += 1) origin.push(i);
  });
  const parts: MarkedPart[] = [];
  const push = (from: number, to: number, isMarked: boolean) => {
    if (to > from) parts.push({ text: chars.slice(from, to).join(''), isMarked });
  };
  let done = 0;
  for (let from = 0; ;) {
    const found = nextPhrase(folded, from, phrases);
    if (!found) break;
    const start = origin[found.at] ?? 0;
    const end = (origin[found.at + found.length - 1] ?? start) + 1;
    push(done, start, false);
    push(start, end, true);
    done = end;
    from = found.at + found.length;
  }
  push(done, chars.length, false);
  return parts;
}

/** The phrase that begins first; of several at one place the longest. */
function nextPhrase(folded: string, from: number, phrases: readonly string[]) {
  let best: { at: number; length: number } | undefined;
  for (const phrase of phrases) {
    const at = phrase === '' ? -1 : folded.indexOf(phrase, from);
    if (at >= 0 && (!best || at < best.at)) best = { at, length: phrase.length };
  }
  return best;
}
