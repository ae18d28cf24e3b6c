import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { fault } from '../problem/fault.ts';

/** Templates of letters: promises are told apart for good, and leads end as sentences do. */
export function checkLetters({ letters }: ContentSet): Problem[] {
  return letters.flatMap((letter) => {
    const ids = letter.data.promises.map(({ id }) => id);
    return letter.data.promises.flatMap(({ id, lead }, i): Problem[] => {
      const place = ['promises', i];
      if (!id.startsWith(`${letter.name}-p`)) {
        return [
          fault(letter, {
            path: [...place, 'id'],
            problem: `编号 ${id} 不是以文件名 ${letter.name} 开头`,
            remedy: `改成 ${letter.name}-p 开头的编号`,
          }),
        ];
      }
      if (ids.indexOf(id) !== i) {
        return [
          fault(letter, {
            path: [...place, 'id'],
            problem: `编号 ${id} 重复`,
            remedy: '换一个没有用过的编号；已经发布的那一个不要动',
          }),
        ];
      }
      if (lead.endsWith('。')) return [];
      return [
        fault(letter, {
          path: [...place, 'lead'],
          problem: `小题“${lead}”没有以句号结尾`,
          remedy: '在小题末尾加句号，后面接着印承诺的正文',
        }),
      ];
    });
  });
}
