import type { Bureau } from './bureauSchema.ts';
import { postFinder, type CataloguePost } from './catalogue.ts';
import { countByGrade, type GradeCounts, type NamedWall, placedRisks } from '../wall/wall.ts';
import type { Risk } from '../wall/wallSchema.ts';
import { grades, type Grade } from '../vocabulary.ts';

/** A line of the 岗位廉政风险等级目录. */
export interface GradedPost {
  readonly post: CataloguePost;
  readonly counts: GradeCounts;
  /** That of its gravest risk; undefined for a post without risks. */
  readonly grade: Grade | undefined;
  /** Who answers for that grade. */
  readonly answersFor: string;
}

/**
 * The 岗位廉政风险等级目录 that agencies publish: every post with the grade of its gravest risk, how many
 * it has, and who answers for it.
 */
export function gradeList(
  catalogue: readonly CataloguePost[],
  walls: readonly NamedWall[],
  { answersFor }: Pick<Bureau, 'answersFor'>,
): GradedPost[] {
  const postsOf = postFinder(catalogue);
  const risksOf = new Map<CataloguePost, Risk[]>(catalogue.map((post) => [post, []]));
  for (const { risk } of walls.flatMap(({ wall }) => placedRisks(wall))) {
    // A risk may name a post twice.
    for (const post of new Set(postsOf(risk))) risksOf.get(post)?.push(risk);
  }
  return catalogue.map((post) => {
    const counts = countByGrade(risksOf.get(post) ?? []);
    const grade = grades.find((one) => counts[one] > 0);
    return { post, counts, grade, answersFor: grade ? answersFor[grade] : '' };
  });
}

export const gradeListHead = [
  '处室',
  '岗位',
  '岗位层级',
  '廉政风险等级',
  '一类',
  '二类',
  '三类',
  '责任领导',
] as const;

/** The cells of a line, for spreadsheets. */
export const gradeListCells = ({
  post,
  counts,
  grade,
  answersFor,
}: GradedPost): (string | number)[] => [
  post.department.name,
  post.name,
  post.level,
  grade ?? '无',
  counts.一类,
  counts.二类,
  counts.三类,
  answersFor,
];
