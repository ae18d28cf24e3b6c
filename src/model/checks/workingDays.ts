import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { parseCitation, type Citation } from '../law/citation.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { chineseNumber } from '../text/chineseNumber.ts';

/** Which periods of a law are counted in working days, by the article that says so. */
interface CountedLaw {
  readonly name: string;
  readonly isCounted: (days: number, article?: string) => boolean;
}

const countedLaws: Readonly<Record<string, CountedLaw>> = {
  'xingzheng-xuke-fa': {
    name: '行政许可法第八十二条：行政机关实施许可的期限都按工作日算',
    // 第五十条 is the applicant's: thirty plain days before the permit ends.
    isCounted: (_, article) => article !== '50',
  },
  'xingzheng-chufa-fa': {
    name: '行政处罚法第八十五条：二日、三日、五日、七日是工作日',
    isCounted: (days) => [2, 3, 5, 7].includes(days),
  },
  'xingzheng-qiangzhi-fa': {
    name: '行政强制法第六十九条：十日以内的期限是工作日',
    isCounted: (days) => days <= 10,
  },
  'xingzheng-fuyi-fa': {
    name: '行政复议法第八十八条：三日、五日、七日、十日是工作日',
    isCounted: (days) => [3, 5, 7, 10].includes(days),
  },
};

const period = /([一二两三四五六七八九十百]+|\d+)个?(工作)?(?:日|天)(?!期|常)/g;

/** The periods of a text that rests on a law and are not said in working days though they count so. */
export function plainDays(text: string, lawId: string, article?: string): string[] {
  const law = countedLaws[lawId];
  if (!law) return [];
  return [...text.matchAll(period)].flatMap(([said, number = '', working]) =>
    working === undefined && law.isCounted(chineseNumber(number), article) ? [said] : [],
  );
}

const remedyOf = (said: string, lawId: string) =>
  `写成“${said.replace(/(?:日|天)$/, '').replace(/个$/, '')}个工作日”（${countedLaws[lawId]?.name ?? ''}）`;

/**
 * A period that the law counts in working days says so: whoever reads “五日” counts the Saturday, and
 * misses the day or is told that somebody else did.
 */
export function checkWorkingDays({ walls, laws }: ContentSet): Problem[] {
  const say = (
    file: Sourced<unknown>,
    path: readonly (string | number)[],
    text: string,
    { lawId, article }: Pick<Citation, 'lawId' | 'article'>,
  ) =>
    plainDays(text, lawId, article).map((said) =>
      fault(file, { path, problem: `“${said}”是工作日，没有写明`, remedy: remedyOf(said, lawId) }),
    );
  return [
    ...walls.flatMap((wall) =>
      wall.data.steps.flatMap(({ timeLimits }, i) =>
        timeLimits.flatMap(({ text, source }, j) =>
          say(
            wall,
            ['steps', i, 'timeLimits', j, 'text'],
            text,
            parseCitation(source ?? '') ?? { lawId: '' },
          ),
        ),
      ),
    ),
    ...laws.flatMap((law) =>
      Object.entries(law.data.articles).flatMap(([article, text]) =>
        say(law, ['articles', article], text, { lawId: law.name, article }),
      ),
    ),
  ];
}
