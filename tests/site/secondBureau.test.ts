import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { isExternal } from '../../src/model/post/bureauSchema.ts';
import { sampleNote, type BureauWords } from '../../src/model/post/bureauWords.ts';
import { brokenLinks, pagesOf } from './support/links.ts';
import { realContent } from '../fixtures/realContent.ts';
import { second, secondContent } from '../fixtures/secondBureau.ts';
import { secondSite } from './support/secondBureau.ts';

const textOf = (folder: string, names: readonly string[]) =>
  names.map((name) => readFileSync(join(folder, name), 'utf8'));
const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => pattern.test(name));

/** Scripts, data and pages. */
const published = filesIn(secondSite, /\.(?:html|js|json)$/);
const ownText = textOf(secondContent, filesIn(secondContent, /\.(?:yaml|mdx)$/)).join('\n');

const page = (path: string) => readFileSync(join(secondSite, path, 'index.html'), 'utf8');
const data = (name: string) =>
  JSON.parse(readFileSync(join(secondSite, 'data', `${name}.json`), 'utf8')) as {
    readonly unit?: string;
    readonly words: BureauWords;
  };
const words = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

/** What the first bureau calls things. */
function wordsOfTheFirst(): string[] {
  const { bureau, technology, walls } = realContent();
  const { name, disciplineOffice, departments, signatures, powerMeanings } = bureau.data;
  const all = [
    sampleNote({ isSample: true }),
    name,
    disciplineOffice,
    ...departments.map((department) => department.name),
    ...(technology?.data.systems ?? []).map((system) => system.name),
    ...Object.values(signatures).flat(),
    ...Object.values(powerMeanings),
    ...walls.flatMap((wall) => [wall.name, wall.data.powerItem]),
  ];
  return [...new Set(all)];
}

describe('换一个单位，只换 content/', () => {
  test('网站上没有前一个单位的名称、处室、系统、墙，也没有“示范”的字样', () => {
    // The second bureau may write the same words itself, but only a few.
    const all = wordsOfTheFirst();
    const foreign = all.filter((word) => !ownText.includes(word));
    expect(foreign.length).toBeGreaterThan(all.length / 2);
    const found = published.flatMap((name) => {
      const text = readFileSync(join(secondSite, name), 'utf8');
      return foreign.filter((word) => text.includes(word)).map((word) => `${name}：${word}`);
    });
    expect(found).toEqual([]);
  });

  test('每一类页面都有，墙、岗位、依据一样一页', () => {
    const general = (site: string) =>
      pagesOf(site)
        .filter((name) => !/^(?:walls|posts|laws)\/.+\/index\.html$/.test(name))
        .sort();
    expect(general(secondSite)).toEqual(general('dist'));
    const wanted = [
      ...second.walls.map(({ name }) => `walls/${name}`),
      ...second.laws.map(({ name }) => `laws/${name}`),
      ...second.bureau.data.departments
        .filter((one) => !isExternal(one))
        .map(({ id }) => `posts/${id}`),
      ...catalogueOf(second).map(({ ref }) => `posts/${ref}`),
    ];
    expect(wanted.filter((path) => !existsSync(join(secondSite, path, 'index.html')))).toEqual([]);
  });

  test('每个链接都有去处', () => {
    expect(brokenLinks(secondSite)).toEqual([]);
  });
});

describe('本单位的话，在该在的地方', () => {
  const { bureau } = second;
  const {
    name,
    siteTitle,
    disciplineOffice,
    helpContact,
    reportPhone,
    signatures,
    countersigners,
    answersFor,
  } = bureau.data;

  test.each(['register', 'letters', 'quiz'])('%s.json 带着单位名称', (file) => {
    expect(data(file).unit).toBe(name);
  });

  test.each(['checklist', 'register', 'letters', 'quiz'])(
    '%s.json 带着收表部门和签名栏，不再说是示范',
    (file) => {
      expect(data(file).words).toEqual({
        sampleNote: '',
        disciplineOffice,
        reportPhone,
        signatures,
        countersigners,
        answersFor,
      });
    },
  );

  test('每页的页眉、页脚', () => {
    for (const file of pagesOf(secondSite)) {
      const text = words(readFileSync(join(secondSite, file), 'utf8'));
      expect(text, file).toContain(siteTitle);
      expect(text, file).toContain('本站只在内网使用');
      expect(text, file).toContain(`或联系${helpContact}`);
    }
  });

  test.each([
    ['', [`${disciplineOffice}用的`, ...Object.values(bureau.data.powerMeanings)]],
    ['posts/', Object.values(bureau.data.answersFor)],
    ['posts/forest-land/', [`责任领导：${bureau.data.answersFor.一类}`]],
    ['warning/', Object.values(bureau.data.watchedBy).map((who) => `${who}先看`)],
    ['warning/', [...signatures.warningNotice, ...signatures.warningReply, name]],
    ['walls/temporary-forest-land/', [`监督举报：${disciplineOffice}，电话${reportPhone}`]],
    ['supervision/', ['局里定的规矩']],
    ['mechanisms/', ['山里来电', '<h4>要点</h4>']],
    ['mechanism/', ['影像、抽签和两个平台各看住哪一步', '半年小结里的数字']],
    ['technology/', ['两个系统各守什么', '两样做法']],
  ])('/%s', (path, said) => {
    const html = page(path);
    for (const one of said) {
      expect(one.startsWith('<') ? html : words(html)).toContain(one.replace(/\s+/g, ''));
    }
  });

  test('机制的说明页照 mechanisms.yaml 接在那一项下面，图点得到墙上的步骤', () => {
    const [, section = ''] = page('mechanisms/').split('id="mechanism-信访"');
    expect(section).toContain('山里来电');
    expect(section).toContain('href="/walls/temporary-forest-land/#step-w01-s02"');
  });

  test('系统照 technology.yaml 的先后作表头', () => {
    const heads = [
      ...page('technology/').matchAll(/<a href="#(system-\d)"[^>]*>([^<]+)<\/a>\s*<\/th>/g),
    ];
    expect(heads.map(([, anchor, head]) => [anchor, head])).toEqual(
      second.technology?.data.systems.map((system, i) => [`system-${i + 1}`, system.name]),
    );
  });
});
