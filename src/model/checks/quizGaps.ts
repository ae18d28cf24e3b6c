import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { difficulties, postLevels, questionTypes } from '../vocabulary.ts';
import { reminder } from '../problem/fault.ts';

function missing<T>(all: readonly T[], present: readonly T[]): string {
  return all.filter((one) => !present.includes(one)).join('、');
}

/**
 * What the questions of a wall leave out, one reminder for each wall: types, difficulties, levels
 * of posts, and how many risks of the gravest grade nobody is asked about.
 */
export function checkQuizGaps({ walls, quizzes }: ContentSet): Problem[] {
  const byId = new Map(walls.map(({ data }) => [data.id, data]));
  const asked = new Set(
    quizzes.flatMap(({ data }) => data.questions.flatMap(({ restsOn }) => restsOn)),
  );
  return quizzes.flatMap((quiz) => {
    const wall = byId.get(quiz.data.wall ?? '');
    if (!wall) return [];
    const { questions } = quiz.data;
    const gravest = wall.steps.flatMap(({ risks }) => risks.filter((r) => r.grade === '一类'));
    const unasked = gravest.filter(({ id }) => !asked.has(id)).length;
    const types = missing(
      questionTypes,
      questions.map(({ type }) => type),
    );
    const levels = missing(
      postLevels,
      questions.flatMap((question) => question.postLevels),
    );
    const grades = missing(
      difficulties,
      questions.map(({ difficulty }) => difficulty),
    );
    const gaps = [
      ...(types ? [`题型缺${types}`] : []),
      ...(grades ? [`难度缺${grades}`] : []),
      ...(levels ? [`没有适合${levels}的题`] : []),
      ...(unasked > 0 ? [`${gravest.length} 个一类风险里有 ${unasked} 个没有题`] : []),
    ];
    return gaps.length === 0
      ? []
      : reminder(quiz, {
          kind: '题库缺口',
          path: ['questions'],
          problem: gaps.join('；'),
          remedy: '先给一类风险补题，再补缺的题型、难度和岗位层级',
        });
  });
}
