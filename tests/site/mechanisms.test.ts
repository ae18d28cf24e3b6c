import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentAnchor, mechanismShelves } from '../../src/model/mechanism/catalog.ts';
import { figureText } from '../../src/model/results/picturePlan.ts';
import { controlsOfPhase, guardRows, phaseSlug } from '../../src/model/supervision/guards.ts';
import { controlPhases } from '../../src/model/vocabulary.ts';
import { realContent } from '../fixtures/realContent.ts';

const content = realContent();
if (!content.mechanismCatalog || !content.results || !content.supervision)
  throw new Error('内容读不出来');
const { mechanismCatalog, mechanismDocuments, results, supervision } = content;
const walls = content.walls.map(({ name, data }) => ({ slug: name, wall: data }));
const page = (path: string) => readFileSync(`dist/${path}index.html`, 'utf8');
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1]);

const packed = (text: string) => text.replace(/\s+/g, '');

/** Whether a page says these words; tags and spaces between them do not count. */
const says = (html: string, text: string) =>
  packed(html.replace(/<[^>]+>/g, '')).includes(packed(text));

describe('五项机制', () => {
  const html = page('mechanisms/');

  test('已录入和应有的件数照文件数，每份制度都有自己的位置', () => {
    const documents = mechanismDocuments.map(({ data }) => data);
    for (const { name, entered, expected, documents: held } of mechanismShelves(
      mechanismCatalog.data,
      documents,
    )) {
      expect(says(html, `${name}机制 已录入 ${entered} / 应有 ${expected}`), name).toBe(true);
      for (const { id } of held) expect(html.includes(`id="${documentAnchor(id)}"`), id).toBe(true);
    }
    expect(all(html, /归类(待本单位确认)<\/span>/g).length).toBe(
      documents.filter(({ isPresumedMechanism }) => isPresumedMechanism).length,
    );
  });

  test('制度页和墙页互相到得了', () => {
    for (const { data } of mechanismDocuments) {
      for (const { at } of data.reliedOnBy) {
        const wall = walls.find((one) => at.startsWith(one.wall.id));
        if (!wall) throw new Error(`没有 ${at}`);
        const anchor = at === wall.wall.id ? '' : `#step-${at}`;
        expect(html.includes(`href="/walls/${wall.slug}/${anchor}"`), at).toBe(true);
        const back = `href="/mechanisms/#${documentAnchor(data.id)}"`;
        expect(page(`walls/${wall.slug}/`).includes(back), wall.slug).toBe(true);
      }
    }
  });
});

describe('人权、事权、财权', () => {
  test('集体决策的步骤一个不漏、一个不重', () => {
    const listed = all(page('supervision/'), /data-collective="([^"]+)"/g);
    const marked = walls.flatMap(({ wall }) =>
      wall.steps.filter((step) => step.isCollectiveDecision).map(({ id }) => id),
    );
    expect([...listed].sort()).toEqual([...marked].sort());
  });

  test.each(controlPhases)('%s：图上、标题和清单是同一个数，各处室加起来也是', (phase) => {
    const controls = controlsOfPhase(walls, phase);
    const html = page(`supervision/${phaseSlug[phase]}/`);
    const { name } = supervision.data.phases.find((one) => one.phase === phase) ?? { name: '' };
    expect(says(page('supervision/'), `${name}${controls.length} 条措施`)).toBe(true);
    expect(says(html, `${name}：${controls.length} 条措施`)).toBe(true);
    expect(all(html, /(<li data-control)/g).length).toBe(controls.length);
    const departments = content.bureau.data.departments.map(({ name }) => name);
    const sum = guardRows(controls, departments).reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(controls.length);
  });
});

describe('科技防腐', () => {
  test('写了系统的步骤都在表里，一步一个链接', () => {
    const listed = all(page('technology/'), /data-guarded="([^"]+)"/g);
    const guarded = walls.flatMap(({ wall }) =>
      wall.steps.filter(({ system }) => system !== undefined).map(({ id }) => id),
    );
    expect([...listed].sort()).toEqual([...guarded].sort());
    expect(says(page('technology/'), `${guarded.length} 个步骤写了支撑系统`)).toBe(true);
  });
});

describe('成效', () => {
  const html = page('results/');

  test('每个数字都在表里，单位不丢', () => {
    for (const { figures } of results.data.groups) {
      for (const figure of figures) {
        const shown = new RegExp(`data-figure="${figure.id}"[^>]*>([^<]*)<`).exec(html)?.[1];
        expect(shown?.trim()).toBe(figureText(figure));
      }
    }
  });

  test('每张图和每一组都写明日期和出处，并说不是今天的数字', () => {
    const pictures = results.data.groups.flatMap((group) => group.pictures);
    const source = `${results.data.reportDate} ${results.data.source}`;
    expect(html.split(source).length - 1).toBe(pictures.length + results.data.groups.length);
    expect(says(html, '不是今天的数字')).toBe(true);
    expect(all(html, /<svg class="(picture)"/g).length).toBe(pictures.length);
  });
});
