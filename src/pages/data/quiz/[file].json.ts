import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { quizReadings } from '../../../site/quizReadings.ts';
import { siteContent } from '../../../site/siteContent.ts';
import { openQuestion, questionKey } from '../../../model/quiz/bank.ts';
import { encodeKeys } from '../../../model/quiz/keyCoding.ts';
import { dataFile } from '../../../publish/dataFile.ts';

/** `/data/quiz/w01.json` holds the questions of a wall, `/data/quiz/w01-key.json` what they are judged by. */
export const getStaticPaths = async () => {
  const { quizzes } = await siteContent();
  return quizzes.flatMap(({ wall = 'gen', questions }) => [
    { params: { file: wall }, props: { questions, isKey: false } },
    { params: { file: `${wall}-key` }, props: { questions, isKey: true } },
  ]);
};

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { questions, isKey } }) => {
  const content = await siteContent();
  if (!isKey) {
    return dataFile('quiz/*', content.versions, { questions: questions.map(openQuestion) });
  }
  const readingOf = quizReadings(content);
  const keys = questions.map((question) => questionKey(question, readingOf));
  return dataFile('quiz/*-key', content.versions, { key: encodeKeys(keys) });
};
