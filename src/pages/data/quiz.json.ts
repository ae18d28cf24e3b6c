import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { bankEntries, type BankIndex } from '../../model/quiz/bank.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { contentVersion } from '../../model/content/contentVersion.ts';

/** `/data/quiz.json`: which questions there are and for whom, without their texts. */
export const GET: APIRoute = async () => {
  const { walls, quizzes, exam, bureau } = await siteContent();
  const questions = bankEntries(quizzes, walls);
  const asked = new Set(questions.flatMap(({ departments }) => departments));
  const index: BankIndex = {
    contentVersion: contentVersion(walls),
    unit: bureau.name,
    words: bureauWords(bureau),
    exam,
    departments: bureau.departments.map(({ name }) => name).filter((name) => asked.has(name)),
    walls: walls.map(({ slug, wall }) => ({ id: wall.id, slug, name: wall.powerItem })),
    questions,
  };
  return new Response(JSON.stringify(index));
};
