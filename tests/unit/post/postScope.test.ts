import { describe, expect, test } from 'vitest';
import { checklistIndex } from '../../../src/model/assessment/checklist.ts';
import { catalogueOf } from '../../../src/model/checks/catalogue.ts';
import { everyPost, type MyPost } from '../../../src/model/post/myPost.ts';
import { myWalls } from '../../../src/model/post/myWalls.ts';
import { formPlace, postList } from '../../../src/model/post/postList.ts';
import { filledScope, risksOfPost, wallsLedBy } from '../../../src/model/post/postScope.ts';
import { postLevels } from '../../../src/model/vocabulary.ts';
import { sampleWords } from '../../fixtures/bureauWords.ts';
import { wallsOf } from '../../fixtures/contentExamples.ts';
import { realContent } from '../../fixtures/realContent.ts';
import { second } from '../../fixtures/secondBureau.ts';

describe.each([
  ['本单位', realContent()],
  ['第二个单位', second],
])('%s：怎么选也不会打开一张空表', (_, content) => {
  const catalogue = catalogueOf(content);
  const index = checklistIndex(wallsOf(content), sampleWords, catalogue);
  const departments = content.bureau.data.departments.map(({ name }) => name);
  const walls = index.walls.map(({ id }) => id);
  /** Everything that the choosers offer, alone and together. */
  const choices: MyPost[] = [
    everyPost,
    ...catalogue.map(({ ref }) => ({ ...everyPost, posts: [ref] })),
    ...catalogue
      .filter(({ level }) => level === '领导')
      .flatMap(({ ref }) => walls.map((id) => ({ ...everyPost, posts: [ref], walls: [id] }))),
    ...departments.flatMap((name) =>
      [[], ...postLevels.map((level) => [level])].map((levels) => ({
        ...everyPost,
        levels,
        departments: [name],
      })),
    ),
    ...walls.flatMap((id) =>
      postLevels.map((level) => ({ ...everyPost, levels: [level], walls: [id] })),
    ),
    { ...everyPost, posts: ['gone/gone'] },
    { ...everyPost, departments: ['没有的处'] },
  ];

  test('目录里的岗位、层级和处室、领导和墙，每一种都有风险点可查', () => {
    for (const choice of choices) {
      const { post, risks, widenedTo } = filledScope(choice, index);
      expect(risks.length, JSON.stringify(choice)).toBeGreaterThan(0);
      // What is stored with the record opens the same risks again.
      expect(risksOfPost(post, index).map(({ id }) => id)).toEqual(risks.map(({ id }) => id));
      const own = risksOfPost(choice, index);
      if (own.length > 0) expect([post, widenedTo]).toEqual([choice, undefined]);
      else expect(widenedTo).toMatch(/[\u4e00-\u9fff]{2}/);
    }
  });

  test('分管领导选处室，就是它主办的墙上领导的风险点', () => {
    const leading = departments.filter((name) => wallsLedBy([name], index.walls).length > 0);
    expect(leading.length).toBeGreaterThan(0);
    for (const name of leading) {
      const led = new Set(wallsLedBy([name], index.walls).map(({ id }) => id));
      const wanted = index.risks.filter(
        ({ wallId, postLevel, department }) =>
          postLevel === '领导' && (led.has(wallId) || department === name),
      );
      const choice: MyPost = { ...everyPost, levels: ['领导'], departments: [name] };
      expect(risksOfPost(choice, index)).toEqual(wanted);
      // To others a department goes on meaning their own.
      const staff = risksOfPost({ ...choice, levels: ['普通'] }, index);
      expect(staff.every(({ department }) => department === name)).toBe(true);
    }
  });
});

test('就近改查：同处室同层级在前，再是它主办的墙', () => {
  const risk = (id: string, department: string, postLevel: '普通' | '中层', ref: string) => ({
    id,
    wallId: id.slice(0, 3),
    department,
    postLevel,
    posts: [ref],
  });
  const post = (ref: string, name: string) => ({
    ref,
    name,
    level: '中层' as const,
    aliases: [],
    isExternal: false,
    isPrincipal: false,
  });
  const ground = {
    posts: [{ name: '甲处', group: '机关处室' as const, posts: [post('a/head', '处长')] }],
    walls: [{ id: 'w01', name: '一墙', leadDepartments: ['甲处'] }],
    risks: [risk('w01-r01', '乙处', '中层', 'b/x'), risk('w02-r01', '丙处', '普通', 'c/x')],
  };
  const choice = { ...everyPost, posts: ['a/head'] };
  expect(filledScope(choice, ground)).toMatchObject({
    risks: [{ id: 'w01-r01' }],
    widenedTo: '中层岗位，甲处、《一墙》',
  });
  const own = { ...ground, risks: [...ground.risks, risk('w02-r02', '甲处', '中层', 'a/other')] };
  expect(filledScope(choice, own)).toMatchObject({
    risks: [{ id: 'w02-r02' }],
    widenedTo: '中层岗位，甲处',
  });
});

test('我的墙：做步骤的也算，本处室主办的在前，再按和我有关的多少', () => {
  const walls = [
    { id: 'w01', leadDepartments: ['乙处'], places: ['普通 甲处 a/clerk', '普通 乙处 b/x'] },
    { id: 'w02', leadDepartments: ['乙处'], places: ['普通 乙处 b/x'] },
    {
      id: 'w03',
      leadDepartments: ['乙处'],
      places: ['普通 甲处 a/clerk', '普通 甲处 a/clerk b/x'],
    },
    { id: 'w04', leadDepartments: ['甲处'], places: ['普通 甲处 a/clerk'] },
  ];
  const ids = (post: MyPost) => myWalls(post, walls).map(({ id }) => id);
  expect(ids({ ...everyPost, posts: ['a/clerk'] })).toEqual(['w04', 'w03', 'w01']);
  expect(ids({ ...everyPost, posts: ['a/nobody'] })).toEqual([]);
  expect(ids({ ...everyPost, departments: ['甲处'] })).toEqual(['w04', 'w03', 'w01']);
});

describe('表头里的处室和岗位', () => {
  const catalogue = catalogueOf(realContent());
  const list = postList(catalogue);
  const [post] = catalogue;
  if (!post) throw new Error('目录里没有岗位');
  const colleague = catalogue.find(
    (one) => one.department === post.department && one.name !== post.name,
  );
  const stranger = catalogue.find(({ department }) => department !== post.department);

  test('选了一个岗位，表头不用再填', () => {
    expect(formPlace(list, { ...everyPost, posts: [post.ref] })).toEqual({
      department: post.department.name,
      post: post.name,
    });
  });

  test('同一处室的两个岗位只填处室，两个处室的都不填，没有选岗位的照选的处室', () => {
    const refs = (...posts: (typeof colleague)[]) => posts.flatMap((one) => one?.ref ?? []);
    expect(formPlace(list, { ...everyPost, posts: refs(post, colleague) })).toEqual({
      department: post.department.name,
      post: '',
    });
    expect(formPlace(list, { ...everyPost, posts: refs(post, stranger) })).toEqual({
      department: '',
      post: '',
    });
    expect(formPlace(list, { ...everyPost, departments: ['财务处'] }).department).toBe('财务处');
  });
});
