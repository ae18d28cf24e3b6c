import type { Unit } from './queryUnits.ts';

/** A text that can be found, field by field, the most telling field first; all folded. */
export interface NearText {
  readonly fields: readonly string[];
  /** What the text belongs to, e.g. its wall: texts of one group lend each other weight. */
  readonly group: number;
}

/** What a word is worth by the field in which it stands. */
const fieldWorth = [3, 2, 1.6, 1] as const;

/**
 * Which texts hold which pair of characters. With it a question of twenty words is answered without
 * reading a thousand texts twenty times.
 */
export interface NearIndex {
  readonly texts: readonly NearText[];
  /** Pair of characters, as one number, or single character of a name → texts. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** Two characters as one number: a map of numbers is built in a third of the time of one of strings. */
const pairAt = (text: string, i: number) => text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);

/** An index that still grows: a slow machine reads a few hundred texts between two key presses. */
export interface GrowingIndex extends NearIndex {
  add(texts: readonly NearText[]): void;
}

export function growIndex(): GrowingIndex {
  const texts: NearText[] = [];
  const places = new Map<number, number[]>();
  const note = (key: number, at: number) => {
    const list = places.get(key);
    if (!list) places.set(key, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  };
  return {
    texts,
    places,
    add(more) {
      for (const text of more) {
        const at = texts.push(text) - 1;
        const { fields } = text;
        // Single characters only where names stand: in running text they tell nothing.
        for (const char of new Set(`${fields[0] ?? ''}${fields[2] ?? ''}`)) {
          note(char.charCodeAt(0), at);
        }
        for (const field of fields) {
          for (let i = 0; i < field.length - 1; i += 1) {
            note(pairAt(field, i), at);
          }
        }
      }
    },
  };
}

/** The shortest list of texts that may hold the word. */
function candidates(word: string, { places }: NearIndex): readonly number[] {
  if (word.length === 1) return places.get(word.charCodeAt(0)) ?? [];
  let best: readonly number[] | undefined;
  for (let i = 0; i < word.length - 1; i += 1) {
    const list = places.get(pairAt(word, i)) ?? [];
    if (!best || list.length < best.length) best = list;
  }
  return best ?? [];
}

function worthIn({ fields }: NearText, word: string): number {
  const at = fields.findIndex((field) => field.includes(word));
  return at < 0 ? 0 : (fieldWorth[at] ?? 1);
}

/** A word of a relation is not quite the word that was typed. */
const otherWordShare = 0.85;

/** What is in few texts tells more than what is in many. */
const rarity = (found: number, all: number) => Math.log(1 + all / Math.max(1, found));

/** How well each text answers one unit: text → worth of the best of its words there. */
function answersTo({ words }: Unit, index: NearIndex): Map<number, number> {
  const worths = new Map<number, number>();
  words.forEach((word, i) => {
    const holding: [at: number, worth: number][] = [];
    for (const at of candidates(word, index)) {
      const text = index.texts[at];
      const worth = text ? worthIn(text, word) : 0;
      if (worth > 0) holding.push([at, worth]);
    }
    const share = rarity(holding.length, index.texts.length) * (i === 0 ? 1 : otherWordShare);
    for (const [at, worth] of holding) {
      if (worth * share > (worths.get(at) ?? 0)) worths.set(at, worth * share);
    }
  });
  return worths;
}

/** How much a word that stands nowhere takes from what the other words have found. */
const missingShare = 0.25;

export interface Near {
  /** Place of the text in the index. */
  readonly at: number;
  readonly score: number;
  /** Which part of the query the text itself answers, 0 to 1. */
  readonly coverage: number;
}

/**
 * What a word is worth to the group that has it to itself: where a word stands in many texts of one
 * wall and in few of the others, the wall is about it, however often it stands there.
 */
const ownWordWorth = 20;
/** So much worth anywhere is chance: a word in one text alone tells little about that text's wall. */
const chanceWorth = 60;

/**
 * The texts by how much of the query they answer, where, and how rare what they answer is, best
 * first. What their group answers counts beside it, and whether the group is about it.
 */
export function rankTexts(units: readonly Unit[], index: NearIndex): Near[] {
  const own = new Map<number, number>();
  const covered = new Map<number, number>();
  const ofGroup = new Map<number, number>();
  let total = 0;
  for (const unit of units) {
    const answers = answersTo(unit, index);
    const weight = unit.weight * rarity(answers.size, index.texts.length);
    // A word that stands nowhere tells none of the texts apart; that it is missed counts a little.
    total += answers.size > 0 ? weight : weight * missingShare;
    const best = new Map<number, number>();
    const sums = new Map<number, number>();
    let sum = chanceWorth;
    for (const [at, worth] of answers) {
      own.set(at, (own.get(at) ?? 0) + unit.weight * worth);
      covered.set(at, (covered.get(at) ?? 0) + weight);
      const group = index.texts[at]?.group ?? -1;
      if (worth > (best.get(group) ?? 0)) best.set(group, worth);
      sums.set(group, (sums.get(group) ?? 0) + worth);
      sum += worth;
    }
    for (const [group, worth] of best) {
      const aboutIt = (ownWordWorth * (sums.get(group) ?? 0)) / sum;
      ofGroup.set(group, (ofGroup.get(group) ?? 0) + unit.weight * (worth + aboutIt));
    }
  }
  return [...own]
    .map(([at, score]) => ({
      at,
      score: score + (ofGroup.get(index.texts[at]?.group ?? -1) ?? 0),
      coverage: (covered.get(at) ?? 0) / total,
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
}
