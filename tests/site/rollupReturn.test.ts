import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposed, returnedContent } from '../fixtures/rollup/returned.ts';

const out = mkdtempSync(join(tmpdir(), 'returned-site-'));
let content = '';

describe('审核采纳的回到网站上', () => {
  beforeAll(async () => {
    content = await returnedContent();
    const build = spawnSync(
      process.execPath,
      ['src/publish/buildSite.ts', '--base', '/', '--outDir', out],
      { env: { ...process.env, FANGKONG_CONTENT_DIR: content }, encoding: 'utf8' },
    );
    if (build.status !== 0) throw new Error(`${build.stdout}\n${build.stderr}`);
  }, 180_000);
  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
    rmSync(content, { recursive: true, force: true });
  });

  test('墙的页上有新的风险点，原来那一条是新的等级', () => {
    const html = readFileSync(join(out, 'walls/temporary-forest-land/index.html'), 'utf8');
    expect(html).toContain('id="risk-w01-r09"');
    expect(html).toContain(proposed.title);
    expect(html).toContain(proposed.manifestation);
    expect(html).toContain(proposed.gradeReason);
  });

  test('自查清单里也有它，等级一样', () => {
    const { risks } = JSON.parse(readFileSync(join(out, 'data/checklist.json'), 'utf8')) as {
      risks: { id: string; grade: string; posts: string[] }[];
    };
    expect(risks.find(({ id }) => id === 'w01-r09')?.posts).toHaveLength(1);
    expect(risks.find(({ id }) => id === proposed.riskId)?.grade).toBe(proposed.grade);
  });
});
