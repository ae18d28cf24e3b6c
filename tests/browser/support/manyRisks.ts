import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ChecklistIndex, ChecklistRisk } from '../../../src/model/assessment/checklist.ts';

interface Published {
  readonly siteVersion: string;
}

const readData = <Data>(name: string) =>
  JSON.parse(readFileSync(`dist/data/${name}`, 'utf8')) as Data & Published;

/**
 * Publishes to this page the walls that there are, repeated under further numbers until there are so
 * many risks.
 */
export async function repeatWalls(page: Page, count: number): Promise<void> {
  const index = readData<ChecklistIndex>('checklist.json');
  const rounds = Math.ceil(count / index.risks.length);
  const renumber = (id: string, round: number) =>
    id.replace(/\d+/, (digits) => (round === 0 ? digits : String(round * 100 + Number(digits))));
  const of = <One extends { readonly id: string }>(list: readonly One[], round: number) =>
    list.map((one) => ({ ...one, id: renumber(one.id, round) }));
  const all = Array.from({ length: rounds }, (_, round) => round);
  const risks = all
    .flatMap((round) =>
      of(index.risks, round).map((risk) => ({ ...risk, wallId: renumber(risk.wallId, round) })),
    )
    .slice(0, count);
  const walls = all.flatMap((round) => of(index.walls, round));
  const body = JSON.stringify({ ...index, walls, risks });
  await page.route('**/data/checklist.json*', (route) =>
    route.fulfill({ body, contentType: 'application/json' }),
  );
  await page.route('**/data/checklist/*.json*', (route) => {
    const number = Number(/w(\d+)\.json/.exec(route.request().url())?.[1] ?? 0);
    const round = Math.floor(number / 100);
    const original = `w${String(number % 100).padStart(2, '0')}`;
    const file = readData<{ readonly risks: readonly ChecklistRisk[] }>(
      `checklist/${original}.json`,
    );
    const texts = of(file.risks, round).map((risk) => ({
      ...risk,
      wallId: renumber(risk.wallId, round),
      title: round > 0 ? `${risk.title}${round}` : risk.title,
    }));
    return route.fulfill({
      body: JSON.stringify({ ...file, risks: texts }),
      contentType: 'application/json',
    });
  });
}
