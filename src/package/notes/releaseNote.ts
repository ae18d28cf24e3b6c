import type { Release } from '../release.ts';
import { heading, list, text, type Note } from './note.ts';

/** What every wall has changed, day by day, the newest first. */
export function releaseNote({ version, siteTitle, day, changes }: Release): Note {
  const days = [...new Set(changes.map(({ date }) => date))];
  return {
    title: `${siteTitle} 版本说明`,
    subtitle: `版本 ${version}，内容改到 ${day}`,
    blocks: [
      text('每面墙每一版改了什么，新近的在前。站内的“变更记录”按墙排着同样的内容。'),
      ...days.flatMap((date) => [
        heading(date),
        list(
          ...changes
            .filter((change) => change.date === date)
            .map((one) => `${one.powerItem}，${one.version} 版：${one.summary}`),
        ),
      ]),
    ],
  };
}
