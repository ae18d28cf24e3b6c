import { describe, expect, test } from 'vitest';
import { rowSpans } from '../../../src/model/print/rowSpans.ts';
import { catalogueOf } from '../../../src/model/checks/catalogue.ts';
import {
  officialColumns,
  onPaper,
  paperText,
  sameOf,
} from '../../../src/model/register/paperTable.ts';
import { registerColumns, registerRows } from '../../../src/model/register/rows.ts';
import { second, secondWalls } from '../../fixtures/secondBureau.ts';

const rows = registerRows(
  secondWalls,
  new Map(second.laws.map(({ name, data }) => [name, data])),
  catalogueOf(second),
  second.bureau.data.answersFor,
);
const column = (key: string) => {
  const found = registerColumns.find((one) => one.key === key);
  if (!found) throw new Error(`没有“${key}”这一栏`);
  return found;
};
/** Over how many rows the cells of a column go. */
const columnSpans = (one: ReturnType<typeof column>, shown: typeof rows) => {
  const same = sameOf(one);
  return same ? rowSpans(shown.map(same)) : shown.map(() => 1);
};
const firstWall = rows.filter(({ wall }) => wall === rows[0]?.wall);

describe('印在纸上的汇总表', () => {
  test('有防控措施和责任领导，责任领导照等级', () => {
    const heads = officialColumns(rows).map(({ head }) => head);
    for (const head of ['权力事项', '环节', '防控措施', '责任领导']) expect(heads).toContain(head);
    for (const row of rows) {
      expect(paperText(column('leader'), row)).toBe(second.bureau.data.answersFor[row.grade]);
    }
  });

  test('只有一面墙时，不再给墙名留一栏', () => {
    expect(officialColumns(firstWall).map(({ key }) => key)).not.toContain('wall');
    expect(officialColumns(rows).map(({ key }) => key)).toContain('wall');
  });

  test('同一环节连着的几条合成一格，换环节就另起；跨墙不合', () => {
    for (const key of ['wall', 'step', 'department']) {
      const spans = columnSpans(column(key), rows);
      const said = rows.map((row) => paperText(column(key), row));
      let start = 0;
      spans.forEach((span, i) => {
        const isOneWall = rows[i]?.wall === rows[start]?.wall;
        if (span === 0) {
          expect(said[i]).toBe(said[start]);
          expect(isOneWall).toBe(true);
        } else {
          if (i > 0 && isOneWall) expect(said[i]).not.toBe(said[start]);
          start = i;
        }
      });
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(rows.length);
    }
    expect(columnSpans(column('wall'), firstWall)[0]).toBe(firstWall.length);
    expect(columnSpans(column('title'), firstWall).every((span) => span === 1)).toBe(true);
  });

  test('自己选的栏目，合并的名称放在前面，一栏不少', () => {
    const chosen = [column('id'), column('title'), column('step'), column('wall')];
    expect(onPaper(chosen).map(({ key }) => key)).toEqual(['step', 'wall', 'id', 'title']);
  });
});
