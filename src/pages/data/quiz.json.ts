import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { bankEntries } from '../../model/quiz/bank.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { postList } from '../../model/post/postList.ts';
import { dataFile } from '../../publish/dataFile.ts';

/** `/data/quiz.json`: which questions there are and for whom, without their texts. */
export const GET: APIRoute = async () => {
  const { walls, quizzes, exam, bureau, catalogue, versions } = await siteContent();
  const questions = bankEntries(quizzes, walls, catalogue);
  const asked = new Set(questions.flatMap(({ departments }) => departments));
  return dataFile('quiz', versions, {
    unit: bureau.name,
    words: bureauWords(bureau),
    exam,
    departments: bureau.departments.map(({ name }) => name).filter((name) => asked.has(name)),
    posts: postList(catalogue),
    walls: walls.map(({ slug, wall }) => ({
      id: wall.id,
      slug,
      name: wall.powerItem,
      leadDepartments: wall.leadDepartments,
    })),
    questions,
  });
};
