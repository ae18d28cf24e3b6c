import type { APIRoute, GetStaticPaths } from 'astro';
import { quizReadings } from '../../../site/quizReadings.ts';
import { siteContent } from '../../../site/siteContent.ts';
import { openQuestion, questionKey } from '../../../model/quiz/bank.ts';
import { encodeKeys } from '../../../model/quiz/keyCoding.ts';

/** `/data/quiz/w01.json` holds the questions of a wall, `/data/quiz/w01-key.json` what they are judged by. */
export const getStaticPaths = (async () => {
  const content = await siteContent();
  const readingOf = quizReadings(content);
  return content.quizzes.flatMap(({ wall = 'gen', questions }) => [
    { params: { file: wall }, props: { data: questions.map(openQuestion) } },
    {
      params: { file: `${wall}-key` },
      props: {
        data: { key: encodeKeys(questions.map((question) => questionKey(question, readingOf))) },
      },
    },
  ]);
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['data']));
