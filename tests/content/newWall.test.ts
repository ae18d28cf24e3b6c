import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftWall } from '../../src/source/draftWall.ts';
import { readContent } from '../../src/source/readContent.ts';
import { readYaml } from '../../src/source/yamlSource.ts';
import { secondContent } from '../fixtures/secondBureau.ts';

const notes = readFileSync('tests/fixtures/authorSlips/one-line-edits.md', 'utf8');
/** Every title of the notes on `new-wall`; the last cannot be written at all. */
const titles = [...notes.slice(notes.indexOf('npm run new-wall')).matchAll(/'([^'\n]+)'/g)].map(
  ([, title = '']) => title,
);
const refused = titles.filter((title) => /[<{]/.test(title) || title.length < 4);
const taken = titles.filter((title) => !refused.includes(title));

test('标题都取到了', () => {
  expect([taken.length, refused]).toEqual([10, ['面积<100亩的用地审批']]);
});

describe('草稿里的标题就是给的那一个', () => {
  test.each([...taken, '“增减挂钩”', "'引号'和'引号'", '甲：乙', '{甲}乙丙', '~', 'null', '1.0', '甲\\乙'])(
    '%s',
    (title) => {
      const text = draftWall({
        title,
        id: 'w07',
        order: 7,
        today: '2026-12-01',
        nextReview: '2027-12-01',
        citation: 'xing-fa#397',
        post: { department: '*重点*办', name: '甲, 乙岗', level: '普通' },
      });
      const { data, faults } = readYaml(text.split('\n---')[0]?.slice(4) ?? '');
      expect(faults).toEqual([]);
      expect(data).toMatchObject({
        powerItem: title,
        leadDepartments: ['*重点*办'],
        steps: [{ risks: [{ department: '*重点*办', posts: ['甲, 乙岗'] }] }, {}, {}],
      });
    },
  );
});

describe('npm run new-wall', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-wall-'));
    cpSync(secondContent, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (title: string) =>
    spawnSync(process.execPath, ['src/source/newWallCommand.ts', 't-new', title], {
      encoding: 'utf8',
      env: { ...process.env, FANGKONG_CONTENT_DIR: folder },
    });

  test('井号、星号的标题，建成以后检查没有错', () => {
    expect(run('*行政*处罚 #执行环节').status).toBe(0);
    const { problems } = readContent(folder, '2026-12-01');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(readFileSync(join(folder, 'walls/t-new.mdx'), 'utf8')).toContain(
      "powerItem: '*行政*处罚 #执行环节'",
    );
  });

  test.each([
    ['面积<100亩的用地审批', '去掉尖括号'],
    ['用地\n审批事项', '换行'],
    ['用地\u0007审批事项', '控制字符'],
    ['审批', '至少 4 字'],
  ])('不收 %j，说出为什么，不留下文件', (title, says) => {
    const { status, stderr } = run(title);
    expect(status).toBe(1);
    expect(stderr).toContain(says);
    expect(existsSync(join(folder, 'walls/t-new.mdx'))).toBe(false);
  });
});
