import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../src/source/readContent.ts';
import { secondContent } from '../fixtures/secondBureau.ts';

const today = '2026-12-01';

describe('npm run rename', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rename-test-'));
    cpSync(secondContent, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(...names: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/source/renameCommand.ts', ...names],
      { encoding: 'utf8', env: { ...process.env, FANGKONG_CONTENT_DIR: folder } },
    );
    return { status, stdout, stderr };
  }

  const errors = () =>
    readContent(folder, today).problems.filter(({ severity }) => severity === 'error');
  const texts = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));

  test('先只看：说出文件、行号、前后和总数，一个字不写', () => {
    const before = texts();
    const { status, stdout } = run('林地管理处', '森林和林地管理处');
    expect(status).toBe(0);
    expect(stdout).toContain('content/bureau.yaml（1 处）');
    const lines = readFileSync(join(folder, 'bureau.yaml'), 'utf8').split('\n');
    const line = 1 + lines.findIndex((text) => text.trim() === 'name: 林地管理处');
    expect(stdout).toContain(`第 ${line} 行：name: 林地管理处 → name: 森林和林地管理处`);
    expect(stdout).toMatch(/要改 \d+ 处，在 3 个文件里。\n没有写。/);
    expect(texts()).toEqual(before);
  });

  test('写回以后内容没有错误；同一条命令再来一次，什么都不改', () => {
    const { status, stdout } = run('林地管理处', '森林和林地管理处', '--write');
    expect(status).toBe(0);
    expect(stdout).toMatch(/已改 \d+ 处，在 3 个文件里。/);
    expect(stdout).toContain('npm run check-content');
    expect(errors()).toEqual([]);
    const written = texts();
    expect(written.join('').replaceAll('森林和林地管理处', '')).not.toContain('林地管理处');
    const again = run('林地管理处', '森林和林地管理处', '--write');
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('相近的有：森林和林地管理处');
    expect(texts()).toEqual(written);
  });

  test('岗位改名写回以后没有错误，名册上的旧名称还认得', () => {
    expect(run('林地管理处/收件员', '林地管理处/受理员', '--write').status).toBe(0);
    expect(errors()).toEqual([]);
    const file = readFileSync(join(folder, 'posts/forest-land.yaml'), 'utf8');
    expect(file).toContain('  - id: filing\n    name: 受理员\n');
    expect(file).toContain('aliases: [窗口收件员, 收件员]');
  });

  /** A field that is at its limit with the old name. */
  function lengthenField(): void {
    const path = join(folder, 'walls/temporary-forest-land.mdx');
    const wall = readFileSync(path, 'utf8');
    const by = `林地管理处${'收'.repeat(18)}`;
    writeFileSync(path, wall.replace('by: 林地管理处复核人, text: 清单', `by: ${by}, text: 清单`));
  }

  test('有字段换上新名称太长，先说出来，不写', () => {
    lengthenField();
    const before = texts();
    for (const flag of [[], ['--write']]) {
      const { status, stderr } = run('林地管理处', '森林和林地管理处', ...flag);
      expect(status).toBe(1);
      expect(stderr).toContain('content/walls/temporary-forest-land.mdx 第 85 行');
      expect(stderr).toContain('至多 24 字，现在 26 字');
      // The wall is gone with it; what points to the wall is counted, not told.
      expect(stderr).toMatch(/别处引用它的 \d+ 处先不查/);
      expect(stderr).toContain('上面 1 处错误。');
      expect(texts()).toEqual(before);
    }
  });

  test('改名以前就有错误，说明白，照样写', () => {
    lengthenField();
    const path = join(folder, 'walls/cadre-rotation.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/grade: \S+/, 'grade: 特类'));
    const { status, stderr } = run('林地管理处', '森林和林地管理处', '--write');
    expect(status).toBe(0);
    expect(stderr).toMatch(/改名以前内容就有 \d+ 处错误/);
    expect(readFileSync(join(folder, 'bureau.yaml'), 'utf8')).toContain('森林和林地管理处');
  });

  test('名称不对，说相近的，退出码 1', () => {
    const { status, stderr } = run('林地处', '林政处', '--write');
    expect(status).toBe(1);
    expect(stderr).toContain('相近的有：林地管理处');
    expect(run('林地管理处').stderr).toContain('用法：npm run rename');
  });
});
