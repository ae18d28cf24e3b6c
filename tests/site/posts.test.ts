import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { gradeListHead } from '../../src/model/post/gradeList.ts';
import { isExternal } from '../../src/model/post/bureauSchema.ts';
import type { RegisterData } from '../../src/model/register/rows.ts';
import { gradeEntries, grades, postLevelEntries, postLevels } from '../../src/model/vocabulary.ts';
import { realContent } from '../fixtures/realContent.ts';

const content = realContent();
const { bureau } = content;
const register = JSON.parse(readFileSync('dist/data/register.json', 'utf8')) as RegisterData;
const read = (path: string) => readFileSync(`dist/${path}index.html`, 'utf8');
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const catalogue = catalogueOf(content);
const departments = bureau.data.departments.filter((one) => !isExternal(one));
const posts = [
  ...postLevels.map((level) => ({
    path: `posts/${postLevelEntries[level].code}/`,
    rows: register.rows.filter((row) => row.level === level),
  })),
  ...departments.map(({ id, name }) => ({
    path: `posts/${id}/`,
    rows: register.rows.filter((row) => row.department === name),
  })),
];

describe('岗位', () => {
  test.each(posts)('$path 的风险点和台账一个不差', ({ path, rows }) => {
    const html = read(path);
    const linked = [...html.matchAll(/#risk-(w\d+-r\d+)"/g)].map((match) => match[1] ?? '');
    expect(linked.sort()).toEqual(rows.map(({ id }) => id).sort());
    const text = words(html);
    expect(text).toContain(`${rows.length} 个风险点`);
    for (const grade of grades) {
      const count = rows.filter((row) => row.grade === grade).length;
      expect(text).toMatch(new RegExp(`${gradeEntries[grade].mark} ${grade} ${count} `));
    }
  });

  test('每个处室的页从岗位页点得到，没有岗位的外单位没有页', () => {
    const html = read('posts/');
    for (const department of bureau.data.departments) {
      const { id } = department;
      const hasPage =
        !isExternal(department) || catalogue.some((post) => post.department.id === id);
      expect(existsSync(`dist/posts/${id}/index.html`), id).toBe(hasPage);
      expect(html.includes(`href="/posts/${id}/"`), id).toBe(hasPage);
    }
  });

  test('目录里每个岗位有一页：风险点和台账一个不差，等级是最重的一条，惩处都是它自己的', () => {
    for (const { ref, department } of catalogue) {
      const rows = register.rows.filter((row) => row.posts.some(([one]) => one === ref));
      const html = read(`posts/${ref}/`);
      const [, grading = ''] = html.split('id="grading"');
      const linked = [...grading.matchAll(/#risk-(w\d+-r\d+)"/g)].map((match) => match[1] ?? '');
      expect(linked.sort(), ref).toEqual(rows.map(({ id }) => id).sort());
      const text = words(html);
      expect(text, ref).toContain(`有 ${rows.length} 个风险点`);
      const grade = grades.find((one) => rows.some((row) => row.grade === one));
      if (grade) {
        const mark = `岗位廉政风险等级： ${gradeEntries[grade].mark} ${grade}`;
        expect(text, ref).toContain(mark);
        expect(html.split('不作为、乱作为会怎样')[1], ref).toContain('post-consequences');
      }
      expect(read(`posts/${department.id}/`), ref).toContain(`href="/posts/${ref}/"`);
    }
  });

  test('岗位廉政风险等级目录：一个岗位一行，数字和台账一样', () => {
    const html = read('posts/catalogue/');
    const table = /data-table="([^"]*)"/.exec(html)?.[1]?.replace(/&quot;|&#34;/g, '"') ?? '[]';
    const [head, ...lines] = JSON.parse(table) as string[][];
    expect(head).toEqual([...gradeListHead]);
    expect(lines).toHaveLength(catalogue.length);
    catalogue.forEach(({ ref, name, department }, i) => {
      const rows = register.rows.filter((row) => row.posts.some(([one]) => one === ref));
      const counts = grades.map((grade) => rows.filter((row) => row.grade === grade).length);
      expect(lines[i]?.slice(0, 2)).toEqual([department.name, name]);
      expect(lines[i]?.slice(4, 7), ref).toEqual(counts);
      expect(html, ref).toContain(`href="/posts/${ref}/"`);
    });
  });

  test('每面墙的三级岗位，职责和边界都在那一级的页上', () => {
    const missing = content.walls.flatMap(({ data }) =>
      data.posts.flatMap(({ level, duties, authority }) => {
        const text = words(read(`posts/${postLevelEntries[level].code}/`));
        return [...duties, authority.boundary].filter((one) => !text.includes(one));
      }),
    );
    expect(missing).toEqual([]);
  });

  test('集体决策的步骤都在领导岗位的页上', () => {
    const html = read('posts/leader/');
    const steps = content.walls.flatMap(({ data }) =>
      data.steps.filter((step) => step.isCollectiveDecision).map(({ id }) => id),
    );
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter((id) => !html.includes(`#step-${id}"`))).toEqual([]);
  });
});

describe('各页的数字和数据文件一致', () => {
  test.each([
    ['risks/', `全部 ${register.rows.length} 个风险点`],
    ['warning/', `${register.rows.length} 个预警信号`],
  ])('%s', (path, said) => {
    expect(words(read(path))).toContain(said);
  });

  test('台账里一条不少、一条不重；不用脚本，表里也是', () => {
    const written = readdirSync('content/walls').flatMap((file) =>
      [...readFileSync(`content/walls/${file}`, 'utf8').matchAll(/^ +- id: (w\d+-r\d+)$/gm)].map(
        (match) => match[1],
      ),
    );
    expect(register.rows.map(({ id }) => id).sort()).toEqual(written.sort());
    const html = read('risks/');
    const rows = [...html.matchAll(/<tr id="(w\d+-r\d+)"/g)].map((match) => match[1]);
    expect(rows).toEqual(register.rows.map(({ id }) => id));
  });
});
