import { expect, test } from 'vitest';
import { citationIndex } from '../../../src/model/citation/citationIndex.ts';
import { catalogueOf } from '../../../src/model/checks/catalogue.ts';
import { citedPlaces, indexByPost, pageRanges } from '../../../src/model/paper/book.ts';
import { postList } from '../../../src/model/post/postList.ts';
import { citedId } from '../../../src/model/wall/wall.ts';
import { realContent } from '../../fixtures/realContent.ts';

const content = realContent();

test('页码连着的写成一段，两页的用顿号，重复的只写一次', () => {
  expect(pageRanges([])).toBe('');
  expect(pageRanges([7])).toBe('7');
  expect(pageRanges([9, 3, 7, 8, 7])).toBe('3、7–9');
  expect(pageRanges([4, 5, 12])).toBe('4、5、12');
});

test('按岗位查页：岗位的号码和名单里的次序对得上，没有风险的岗位不列', () => {
  const list = postList(catalogueOf(content));
  const all = list.flatMap(({ name, posts }) => posts.map((post) => ({ name, post })));
  const last = all.length - 1;
  const found = indexByPost(
    list,
    new Map([
      [0, new Set([5])],
      [last, new Set([8, 9, 10])],
    ]),
  );
  expect(found.flatMap(({ posts }) => posts)).toEqual([
    { name: all[0]?.post.name, pages: '5' },
    { name: all[last]?.post.name, pages: '8–10' },
  ]);
  expect(found[0]?.department).toBe(all[0]?.name);
  expect(found[found.length - 1]?.department).toBe(all[last]?.name);
});

test('一条法律在哪几面墙的哪几步：步骤、风险点所在的步骤和墙尾都算，一处不漏', () => {
  const index = citationIndex(content.walls.map(({ name, data }) => ({ slug: name, wall: data })));
  for (const byArticle of index.values()) {
    for (const uses of byArticle.values()) {
      const places = citedPlaces(uses);
      for (const { wall, anchor } of uses) {
        const part = places.find(({ wallId }) => wallId === wall.id)?.text;
        expect(part, `${wall.id} ${anchor}`).toContain(citedId(wall.id));
        if (anchor === 'rights') expect(part).toContain('相对人的权利');
        else if (anchor === 'posts') expect(part).toContain('岗位权限');
        else expect(part, anchor).toMatch(/第 [\d、–]+ 步/);
      }
    }
  }
});

test('引用它的步骤写的是墙上的步骤号', () => {
  const [wall] = content.walls;
  const [first, , third] = wall?.data.steps ?? [];
  if (!wall || !first || !third) throw new Error('第一面墙不到三步');
  const named = { slug: wall.name, wall: wall.data, label: '', role: '工作依据' } as const;
  expect(
    citedPlaces([
      { ...named, anchor: `step-${third.id}` },
      { ...named, anchor: `risk-${first.risks[0]?.id ?? ''}` },
      { ...named, anchor: 'rights' },
    ]),
  ).toEqual([{ wallId: wall.data.id, text: `${citedId(wall.data.id)} 第 1、3 步、相对人的权利` }]);
});
