import type { ContentSet } from '../content/contentSet.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { chineseNumber } from '../text/chineseNumber.ts';

/**
 * What an investigation found or did not find. A risk is graded before anything has happened, by the
 * worst that the act leads to when it is done.
 */
const findings =
  /(?:没有|没|未|尚无)(?:能)?(?:查到|查出|查实|查获|收受|收钱|发现|证据|拿钱|得利)|够不上|差点|还不大|数额不够/;

/** From here on a loss may be 滥用职权 or 玩忽职守 (法释〔2012〕18号 第一条): in units of 万元. */
const seriousLoss = 30;

const amount = /([零一二两三四五六七八九十百千]+|\d+)[多余几]?(亿|万)/g;

/** The largest sum of money that a text names, in 万元; 0 without one. */
export function largestAmount(text: string): number {
  return Math.max(
    0,
    ...[...text.matchAll(amount)]
      .map(([, number = '', unit]) => chineseNumber(number) * (unit === '亿' ? 10000 : 1))
      .filter(Number.isFinite),
  );
}

/** A grade is argued by the worst consequence, not by what was found in one story. */
export function checkGradeReasons({ walls }: ContentSet): Problem[] {
  return walls.flatMap((wall) =>
    wall.data.steps.flatMap(({ risks }, i) =>
      risks.flatMap(({ id, grade, manifestation, gradeReason }, j): Problem[] => {
        const path = ['steps', i, 'risks', j, 'gradeReason'];
        const found = findings.exec(gradeReason)?.[0];
        const told = largestAmount(manifestation);
        const isUndecided =
          grade !== '一类' && told >= seriousLoss && !/三十万|不是损失|没有损失/.test(gradeReason);
        if (isUndecided) {
          return [
            fault(wall, {
              path,
              problem: `${id} 定为${grade}，写的数额却有 ${told} 万元，定级理由没有交代三十万元这条线`,
              remedy:
                '造成的损失够三十万元的升为一类；数额不是损失的，在定级理由里写明“损失三十万元以上的升为一类”或者“不是损失”',
            }),
          ];
        }
        if (found === undefined) return [];
        return [
          fault(wall, {
            path,
            problem: `${id} 的定级理由说的是查到了什么：“${found}”`,
            remedy: '写这件事做实以后最坏会怎样，例如“造成国有资产损失，可能构成……”',
          }),
        ];
      }),
    ),
  );
}
