import type { Addition } from '../assessment/record.ts';
import { findListed, type PostList } from '../post/postList.ts';
import type { RegisterRow } from '../register/rows.ts';
import { bigrams, jaccard } from '../text/similarity.ts';
import { controlPhases } from '../vocabulary.ts';
import type { AdoptedRisk } from './decision.ts';
import type { Voice } from './reviewSubjects.ts';

/** A step of a wall as a place for a find. */
interface Place {
  readonly wallId: string;
  readonly stepId: string;
  readonly likeness: number;
}

/** Places that share less than this with what was written are a guess, and none is made. */
const leastLikeness = 0.2;

interface ListedStep {
  readonly wallId: string;
  readonly stepId: string;
  readonly wallPairs: ReadonlySet<string>;
  readonly stepPairs: ReadonlySet<string>;
}

const stepsOf = new WeakMap<readonly RegisterRow[], readonly ListedStep[]>();

/** The steps that the register has, each once, with what their names are compared by. */
function listedSteps(rows: readonly RegisterRow[]): readonly ListedStep[] {
  const known = stepsOf.get(rows);
  if (known) return known;
  const byId = new Map<string, ListedStep>();
  for (const { wall, wallName, step, stepName } of rows) {
    if (byId.has(step)) continue;
    byId.set(step, {
      wallId: wall,
      stepId: step,
      wallPairs: bigrams(wallName),
      stepPairs: bigrams(stepName.replace(/^\d+ /, '')),
    });
  }
  const made = [...byId.values()];
  stepsOf.set(rows, made);
  return made;
}

/** How much of a name stands in a text, by pairs of characters. */
function shareIn(name: ReadonlySet<string>, text: ReadonlySet<string>): number {
  let found = 0;
  for (const pair of name) if (text.has(pair)) found += 1;
  return name.size === 0 ? 0 : found / name.size;
}

/** The wall and the step that somebody meant who wrote `土地登记 审核登簿`. */
export function placeMeant(written: string, rows: readonly RegisterRow[]): Place | undefined {
  const text = bigrams(written);
  let best: Place | undefined;
  for (const { wallId, stepId, wallPairs, stepPairs } of listedSteps(rows)) {
    const ofWall = shareIn(wallPairs, text);
    const ofStep = shareIn(stepPairs, text);
    const likeness = ofWall + ofStep / 2;
    if (ofWall < leastLikeness || likeness <= (best?.likeness ?? 0)) continue;
    best = { wallId, stepId: ofStep >= leastLikeness ? stepId : '', likeness };
  }
  return best;
}

/** The post of a person in the catalogue, by its name or another name of it. */
function postMeant(list: PostList, { department, post }: Pick<Voice, 'department' | 'post'>) {
  return list
    .find(({ name }) => name === department)
    ?.posts.find(({ name, aliases }) => name === post || aliases.includes(post));
}

/**
 * What a find becomes when it is adopted: what the person wrote in its fields, and the rest empty.
 * Nothing is made up; the measure waits among the controls until somebody says who does it.
 */
export function draftOf(
  addition: Addition,
  person: Pick<Voice, 'department' | 'post'> | undefined,
  rows: readonly RegisterRow[],
  posts: PostList,
): AdoptedRisk {
  const place = placeMeant(addition.place, rows);
  const post = person && postMeant(posts, person);
  const isDepartment = posts.some(({ name }) => name === person?.department);
  return {
    wallId: place?.wallId ?? '',
    stepId: place?.stepId ?? '',
    title: addition.title.trim(),
    manifestation: addition.manifestation.trim(),
    category: addition.category,
    grade: addition.grade,
    gradeReason: '',
    postLevel: (post && findListed(posts, post.ref)?.post.level) ?? '普通',
    department: isDepartment ? (person?.department ?? '') : '',
    posts: post ? [post.name] : [],
    cause: '',
    controls: controlPhases.map((phase) => ({
      phase,
      by: '',
      text: phase === '事中' ? addition.measure.trim() : '',
    })),
    penalties: [],
    warningSign: '',
    monitor: '',
  };
}

export interface SimilarRisk {
  readonly risk: RegisterRow;
  /** 0 to 1. */
  readonly similarity: number;
}

const pairsOf = new WeakMap<RegisterRow, Set<string>>();
function pairs(row: RegisterRow): Set<string> {
  const known = pairsOf.get(row);
  if (known) return known;
  const made = bigrams(row.title + row.manifestation);
  pairsOf.set(row, made);
  return made;
}

/**
 * Risks that say something like a find, the likest first: it may belong to one of them.
 * @param count at most so many.
 */
export function similarRisks(
  { title, manifestation }: Pick<Addition, 'title' | 'manifestation'>,
  rows: readonly RegisterRow[],
  count = 5,
): SimilarRisk[] {
  const own = bigrams(title + manifestation);
  const name = bigrams(title);
  return rows
    .map((risk) => ({
      risk,
      // A short name that stands in a long text is much of the name and little of the text.
      similarity: Math.max(jaccard(own, pairs(risk)), jaccard(name, bigrams(risk.title))),
    }))
    .filter(({ similarity }) => similarity > 0.05)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count);
}
