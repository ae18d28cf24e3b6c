import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';
import { brokenQuizzes, change, good } from '../fixtures/brokenQuizzes.ts';

const today = '2026-11-23';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a file of questions beside a copy of the fixture content and returns the report on it. */
function report(
  quiz: string | Buffer,
  name = 'sample.yaml',
  beside?: { readonly name: string; readonly text: string },
): string {
  folder = mkdtempSync(join(tmpdir(), 'quizzes-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  mkdirSync(join(folder, 'quizzes'));
  writeFileSync(join(folder, 'quizzes', name), quiz);
  if (beside) writeFileSync(join(folder, 'quizzes', beside.name), beside.text);
  return formatReport(readContent(folder, today).problems);
}

describe('写错的题库，作者得到一句看得懂的话', () => {
  test('样例本身没有错，六种题型都在', () => {
    expect(report(good)).toContain('内容没有错误');
    for (const type of ['单选', '多选', '判断', '排序', '配对', '案例']) {
      expect(good).toContain(`    type: ${type}\n`);
    }
  });

  test.each(brokenQuizzes)('$name', ({ quiz, says }) => {
    const text = report(quiz());
    // Reminders of the fixture wall come after the errors and must not lend them their words.
    const [errors = ''] = text.split('\n提醒｜');
    expect(errors).toContain('错误｜content/quizzes/sample.yaml');
    for (const part of says) expect(errors).toContain(part);
    expect(text).toMatch(/内容有 \d+ 处错误，网站没有生成/);
  });

  test('文件名不合规矩', () => {
    expect(report(good, '测验.yaml')).toContain('文件名不合规矩');
  });

  test.each([
    ['墙', '墙 w90 的题已经有一个文件：content/quizzes/sample.yaml', (text: string) => text],
    [
      '通用题',
      '通用题已经有一个文件：content/quizzes/general.yaml',
      (text: string) => text.replace('wall: w90\n', '').replaceAll('w90-q', 'gen-q'),
    ],
  ])('%s的题写了两个文件，后一个不会悄悄顶掉前一个', (kind, says, shape) => {
    const again = shape(good).replace(/-q0/g, '-q5');
    const text = report(again, 'second.yaml', {
      name: kind === '墙' ? 'sample.yaml' : 'general.yaml',
      text: shape(good),
    });
    const [errors = ''] = text.split('\n提醒｜');
    expect(errors).toContain(says);
    expect(errors).toContain('错误｜content/quizzes/second.yaml');
  });

  test('有几处错就列出几处，不是只说第一处', () => {
    const text = report(change('- w90-r01', '- w90-r77').replace('page:walls', 'page:nowhere'));
    expect(text).toContain('风险点 w90-r77 不存在');
    expect(text).toContain('站上没有“nowhere”这一页');
    expect(text).toContain('内容有 2 处错误');
  });

  test('题不够数只提醒，不挡住生成', () => {
    const text = report(good);
    expect(text).toContain('只有 6 题');
    expect(text).toContain('内容没有错误');
  });
});
