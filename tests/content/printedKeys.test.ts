import { describe, expect, test } from 'vitest';
import { openQuestion, questionKey } from '../../src/model/quiz/bank.ts';
import { keyParts } from '../../src/model/quiz/paperKey.ts';
import { realContent } from '../fixtures/realContent.ts';

const questions = realContent().quizzes.flatMap(({ data }) => data.questions);
const pairs = ['《》', '“”', '（）', '「」'];
const countOf = (text: string, sign = '') => text.split(sign).length - 1;

/** The clauses of a reason, without the letters that tell of which options it speaks. */
const clausesOf = (reason: string) =>
  reason
    .replace(/。$/, '')
    .split(/；(?=[A-F](?:、[A-F])*：)/)
    .map((clause) => clause.replace(/^[A-F](?:、[A-F])*：/, ''));

/** Where a reason is not one whole sentence of what the author said. */
function faultsOf(reason: string, said: string): string[] {
  return [
    ...(/[。！？]$/.test(reason) ? [] : ['没有句号']),
    ...(/[。！？]/.test(reason.slice(0, -1).replace(/“.*?”|《.*?》|（.*?）/g, '')) ? ['不止一句'] : []),
    ...clausesOf(reason).filter((clause) => !said.includes(`${clause}。`)),
    ...pairs.filter(([open, close]) => countOf(reason, open) !== countOf(reason, close)),
  ];
}

describe('参考答案里的一句理由', () => {
  test.each(['ACDEFG', 'DDDDDD'])(
    '每道题、每个小题都有，是作者写的整句，引号书名号成对，卷号 %s',
    (seed) => {
      expect(questions.length).toBeGreaterThan(0);
      const faults = questions.flatMap((source) => {
        const key = questionKey(source, () => undefined);
        const said = [...key.parts.flatMap(({ feedback }) => feedback), key.explanation].join('\n');
        return keyParts(openQuestion(source), key, seed).flatMap(({ answer, reason }) => [
          ...(answer === '' ? [`${source.id} 没有答案`] : []),
          ...faultsOf(reason, said).map((fault) => `${source.id} ${fault}：${reason}`),
        ]);
      });
      expect(faults).toEqual([]);
    },
  );
});
