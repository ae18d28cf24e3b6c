import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { sanctionRulesOf, staffOnWall } from '../../src/model/post/sanctionRules.ts';
import { realContent } from '../fixtures/realContent.ts';

const content = realContent();
const bureau = content.bureau.data;
const catalogue = catalogueOf(content);

const sectionOf = (slug: string) => {
  const html = readFileSync(`dist/walls/${slug}/index.html`, 'utf8');
  return /<section[^>]*aria-labelledby="sanctions"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
};

describe('惩处措施后面固定印的几行', () => {
  test.each(content.walls.map(({ name, data }) => [name, data] as const))(
    '%s：党员的一行，和本墙每一类人员的一行',
    (slug, wall) => {
      const section = sectionOf(slug).replace(/<[^>]+>/g, '');
      expect(section).toContain('《中国共产党纪律处分条例》');
      for (const kind of staffOnWall(wall, catalogue)) {
        expect(section).toContain(kind);
        for (const { text } of sanctionRulesOf(bureau, [kind])) expect(section).toContain(text);
      }
    },
  );

  test('本墙没有的人员，他们的规定不印', () => {
    const withoutExternal = content.walls.find(
      ({ data }) =>
        !staffOnWall(data, catalogue).some((kind) => kind === '外单位' || kind === '聘用'),
    );
    expect(withoutExternal).toBeDefined();
    expect(sectionOf(withoutExternal?.name ?? '')).not.toContain('非国家工作人员受贿');
  });
});

describe('每一步的时限', () => {
  test.each(content.walls.map(({ name, data }) => [name, data] as const))(
    '%s：有法定的写法定的，没有的写由本单位规定',
    (slug, wall) => {
      const html = readFileSync(`dist/walls/${slug}/index.html`, 'utf8');
      for (const { id, timeLimits, ownLimit } of wall.steps) {
        const start = html.indexOf(`id="step-${id}"`);
        expect(start).toBeGreaterThan(0);
        const rules = html.slice(start, html.indexOf('工作依据', start));
        for (const { text } of timeLimits) expect(rules).toContain(text);
        if (ownLimit) expect(rules).toContain(`无法定时限，本单位规定${ownLimit}`);
        expect(timeLimits.length > 0 || ownLimit !== undefined).toBe(true);
      }
    },
  );
});
