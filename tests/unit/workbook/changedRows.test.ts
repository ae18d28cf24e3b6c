import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatChanges } from '../../../src/model/workbook/changes.ts';
import { nextRiskId } from '../../../src/model/workbook/compareWorkbook.ts';
import {
  contentAt,
  copyOf,
  wallPath,
  tableOf,
  plan,
  lineChanges,
} from '../../fixtures/sampleWorkbook.ts';

describe('行的增、删、移', () => {
  const newRisk = {
    stepId: 'w90-s02',
    title: '新添的风险',
    manifestation: '窗口人员把迟到的材料按昨天收件登记，让熟人排到前面先办。',
    category: '管理风险',
    grade: '三类',
    gradeReason: '违反办事先后的规矩，尚未造成损失',
    postLevel: '普通',
    department: '国土窗口',
    posts: '收件岗',
    cause: '收件时间由人手填，没有机器时间',
    事前: '信息中心：收件时间改由系统自动取',
    事中: '',
    事后: '审计处：每月比对收件时间和取号时间',
    penalties: 'lianjie-zhunze',
    warningSign: '取号时间晚于收件时间的件成串出现',
  };

  test('新行得到没有用过的编号，文件里提到过的都算用过', async () => {
    const root = copyOf((wall) =>
      wall.replace('summary: 样例首版', 'summary: 样例首版，w90-r60 并入 w90-r01'),
    );
    const table = (await tableOf(root)).add(newRisk);
    const { walls } = plan(root, [table]);
    expect(walls[0]?.additions.map(({ risk }) => risk.id)).toEqual(['w90-r61']);
    const { gone, come } = lineChanges(root, [table]);
    expect(gone).toEqual([]);
    expect(come[0]).toBe('- id: w90-r61');
    expect(come).not.toContain('- phase: 事中');
  });

  test('编号只往后给，不补空档，别的墙的不算', () => {
    expect(nextRiskId('w01', ['w01-r01', 'w01-r09', 'w02-r44'])).toBe('w01-r10');
    expect(nextRiskId('w01', ['w01-r99'])).toBe('w01-r100');
    expect(nextRiskId('w07', [])).toBe('w07-r01');
  });

  test('表里少了的行只报告，加 --delete 才删，删掉的编号不再给', async () => {
    const root = copyOf();
    const ids = contentAt(root).walls[0]?.data.steps.flatMap((s) => s.risks.map(({ id }) => id));
    const last = ids?.[ids.length - 1] ?? '';
    const table = (await tableOf(root)).drop(last);
    const kept = plan(root, [table]);
    expect([...kept.files]).toEqual([]);
    expect(formatChanges(kept.walls, false)).toContain(`表里没有 ${last}`);

    const { gone, come } = lineChanges(root, [table], true);
    expect(gone).toContain(`- id: ${last}`);
    expect(come).toEqual([`# ${last} 已删除，编号不再用`]);
    for (const [path, text] of plan(root, [table], true).files) writeFileSync(path, text);
    const next = plan(root, [(await tableOf(root)).add(newRisk)]);
    expect(next.walls[0]?.additions[0]?.risk.id).toBe(nextRiskId('w90', [last]));
  });

  test('改步骤编号就移到那一步，其余不动', async () => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r01', 'stepId', 'w90-s03');
    const { files, walls } = plan(root, [table]);
    expect(walls[0]?.moves).toHaveLength(1);
    for (const [path, text] of files) writeFileSync(path, text);
    const steps = contentAt(root).walls[0]?.data.steps ?? [];
    expect(steps[0]?.risks.map(({ id }) => id)).not.toContain('w90-r01');
    expect(steps[2]?.risks.map(({ id }) => id).pop()).toBe('w90-r01');
  });

  test('一步里唯一的风险点也能移走，再移得回来', async () => {
    const root = copyOf();
    const step = contentAt(root).walls[0]?.data.steps[1];
    const table = await tableOf(root);
    for (const { id } of step?.risks ?? []) table.set(id, 'stepId', 'w90-s01');
    for (const [path, text] of plan(root, [table]).files) writeFileSync(path, text);
    expect(contentAt(root).walls[0]?.data.steps[1]?.risks).toEqual([]);
    const back = await tableOf(root);
    for (const { id } of step?.risks ?? []) back.set(id, 'stepId', step?.id ?? '');
    for (const [path, text] of plan(root, [back]).files) writeFileSync(path, text);
    expect(contentAt(root).walls[0]?.data.steps[1]?.risks).toEqual(step?.risks);
  });

  test('行排了序、换了先后，不算改动', async () => {
    const root = copyOf();
    const table = await tableOf(root);
    table.rows.push(...table.rows.splice(1).reverse());
    expect([...plan(root, [table]).files]).toEqual([]);
  });

  test('导出以后文件又改过的，不盖掉那次改动', async () => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r02', 'cause', '一个人从头办到尾，没有人看第二眼');
    const path = wallPath(root);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('第2号样例风险', '第2号样例风险点'));
    const { faults, files } = plan(root, [table]);
    expect(faults.join()).toContain('在导出以后又在文件里改过');
    expect([...files]).toEqual([]);
  });
});
