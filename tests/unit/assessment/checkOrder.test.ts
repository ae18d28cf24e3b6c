import { describe, expect, test } from 'vitest';
import {
  checkGroups,
  checkSections,
  type CheckSection,
} from '../../../src/model/assessment/checkOrder.ts';
import type { ChecklistRisk } from '../../../src/model/assessment/checklist.ts';
import { everyPost } from '../../../src/model/post/myPost.ts';
import type { PostList } from '../../../src/model/post/postList.ts';
import { sampleRisks } from '../../fixtures/assessmentRecord.ts';

const post = (ref: string, name: string, aliases: string[] = []) => ({
  ref,
  name,
  level: '普通' as const,
  aliases,
  isExternal: false,
  isPrincipal: false,
});
const posts: PostList = [
  {
    name: '地籍处',
    group: '机关处室',
    posts: [post('cadastre/registrar', '登簿岗', ['登簿员']), post('cadastre/files', '档案岗')],
  },
  { name: '利用处', group: '机关处室', posts: [post('use/transfer', '出让岗')] },
];
const walls = [
  { id: 'w01', name: '出让', leadDepartments: ['利用处'] },
  { id: 'w02', name: '登记', leadDepartments: ['地籍处'] },
  { id: 'w03', name: '处罚', leadDepartments: ['支队'] },
];
const [sample] = sampleRisks(1);
if (!sample) throw new Error('没有样例');
const risk = (
  id: string,
  ref: string,
  grade: '一类' | '二类' | '三类',
  step = 1,
): ChecklistRisk => ({
  ...sample,
  id,
  wallId: id.slice(0, 3),
  posts: [ref],
  grade,
  stepNumber: step,
});
const risks = [
  risk('w01-r01', 'cadastre/registrar', '二类'),
  risk('w01-r02', 'use/transfer', '三类'),
  risk('w01-r03', 'cadastre/files', '一类', 2),
  risk('w02-r01', 'cadastre/files', '二类'),
  risk('w02-r02', 'cadastre/registrar', '三类'),
  risk('w02-r03', 'cadastre/registrar', '一类', 2),
  risk('w03-r01', 'cadastre/files', '三类'),
  risk('w03-r02', 'use/transfer', '一类'),
];
const order = (sections: readonly CheckSection<ChecklistRisk>[]) =>
  sections.map((one) => [one.name, one.risks.map(({ id }) => id).join(' ')]);
const owner = { scope: { ...everyPost, departments: ['地籍处'] }, post: '登簿员', department: '' };

describe('自查的先后', () => {
  test('先是本人岗位的，再是本处室主办的，其余按等级从重到轻', () => {
    expect(order(checkSections(risks, owner, { posts, walls }))).toEqual([
      ['我的岗位', 'w02-r02 w02-r03 w01-r01'],
      ['本处室主办的事项，别的岗位', 'w02-r01'],
      ['其余的，▲一类', 'w01-r03 w03-r02'],
      ['其余的，●三类', 'w01-r02 w03-r01'],
    ]);
  });

  test('选了目录里的岗位，都是自己的：本处室的墙在前，不分段', () => {
    const scope = { ...everyPost, posts: ['cadastre/registrar'] };
    const mine = risks.filter((one) => one.posts.includes('cadastre/registrar'));
    expect(order(checkSections(mine, { ...owner, scope }, { posts, walls }))).toEqual([
      ['', 'w02-r02 w02-r03 w01-r01'],
    ]);
  });

  test('不知道是谁的，照墙的次序，一条不动', () => {
    const nobody = { scope: everyPost, post: '从没听说过的岗', department: '' };
    expect(order(checkSections(risks, nobody, { posts, walls }))).toEqual([
      ['', risks.map(({ id }) => id).join(' ')],
    ]);
    expect(checkSections([], nobody, { posts, walls })).toEqual([]);
  });

  test('怎么排都一条不多、一条不少', () => {
    const written = ['', '登簿员', '出让岗', '档案岗'];
    for (const name of written) {
      for (const department of ['', '地籍处', '利用处', '没有的处']) {
        for (const chosen of [[], ['地籍处'], ['利用处', '地籍处']]) {
          const head = { scope: { ...everyPost, departments: chosen }, post: name, department };
          const sections = checkSections(risks, head, { posts, walls });
          const ids = sections.flatMap((one) => one.risks.map(({ id }) => id));
          expect([...ids].sort()).toEqual(risks.map(({ id }) => id).sort());
          expect(new Set(ids).size).toBe(risks.length);
        }
      }
    }
  });

  test('一步一组，墙的名字只在它开头，段名只在段开头', () => {
    const groups = checkGroups(checkSections(risks, owner, { posts, walls }));
    expect(
      groups.map((one) => [
        one.section,
        one.wallRisks?.length,
        one.risks.map(({ id }) => id).join(' '),
      ]),
    ).toEqual([
      ['我的岗位（3 条）', 2, 'w02-r02'],
      [undefined, undefined, 'w02-r03'],
      [undefined, 1, 'w01-r01'],
      ['本处室主办的事项，别的岗位（1 条）', 1, 'w02-r01'],
      ['其余的，▲一类（2 条）', 1, 'w01-r03'],
      [undefined, 1, 'w03-r02'],
      ['其余的，●三类（2 条）', 1, 'w01-r02'],
      [undefined, 1, 'w03-r01'],
    ]);
  });
});
