import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { exitAnchor, riskAnchor, stepAnchor } from '../wall/wall.ts';
import type { WallSource } from '../wall/wallSchema.ts';

export interface PageLink {
  /** Without a leading slash, as `address()` takes it. */
  readonly path: string;
  /** What the reader finds there. */
  readonly name: string;
}

function placeOnWall(wall: WallSource, [field, index, inner, innerIndex]: Problem['path']) {
  if (field === 'posts') return { anchor: 'posts', name: '岗位' };
  if (field === 'rights') return { anchor: 'rights', name: '相对人的权利' };
  if (typeof index !== 'number') return undefined;
  if (field === 'exits') {
    const exit = wall.exits[index];
    return exit && { anchor: exitAnchor(exit.id), name: `出口“${exit.name}”` };
  }
  const step = field === 'steps' ? wall.steps[index] : undefined;
  if (!step) return undefined;
  const risk =
    inner === 'risks' && typeof innerIndex === 'number' ? step.risks[innerIndex] : undefined;
  return risk
    ? { anchor: riskAnchor(risk.id), name: `风险点“${risk.title}”` }
    : { anchor: stepAnchor(step.id), name: `步骤“${step.name}”` };
}

/** The page on which readers see what a problem is about; none for settings. */
export function problemPage({ file, path }: Problem, content: ContentSet): PageLink | undefined {
  const wall =
    content.walls.find((one) => one.file === file) ??
    content.walls.find(
      ({ data }) => data.id === content.quizzes.find((quiz) => quiz.file === file)?.data.wall,
    );
  if (wall) {
    const place = wall.file === file ? placeOnWall(wall.data, path) : undefined;
    return {
      path: `walls/${wall.name}/${place ? `#${place.anchor}` : ''}`,
      name: place?.name ?? wall.data.powerItem,
    };
  }
  const law = content.laws.find((one) => one.file === file);
  if (!law) return undefined;
  const article = path[0] === 'articles' && typeof path[1] === 'string' ? path[1] : undefined;
  return {
    path: `laws/${law.name}/${article ? `#article-${article}` : ''}`,
    name: `《${law.data.shortTitle}》`,
  };
}
