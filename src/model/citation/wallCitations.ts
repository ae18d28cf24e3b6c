import type { WallSource } from '../wall/wallSchema.ts';

export interface PlacedCitation {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** Every citation of a wall with its place, in reading order. The one list that checks, data files and back-links use. */
export function wallCitations({ posts, rights, steps }: WallSource): PlacedCitation[] {
  const list = (texts: readonly string[], path: readonly (string | number)[]) =>
    texts.map((text, index) => ({ text, path: [...path, index] }));
  return [
    ...posts.flatMap((post, i) => list(post.authority.basis, ['posts', i, 'authority', 'basis'])),
    ...rights.flatMap((right, i) => list(right.basis, ['rights', i, 'basis'])),
    ...steps.flatMap((step, i) => [
      ...list(step.basis, ['steps', i, 'basis']),
      ...step.timeLimits.flatMap(({ source }, j) =>
        source === undefined ? [] : { text: source, path: ['steps', i, 'timeLimits', j, 'source'] },
      ),
      ...step.risks.flatMap((risk, j) =>
        list(risk.penalties, ['steps', i, 'risks', j, 'penalties']),
      ),
    ]),
  ];
}
