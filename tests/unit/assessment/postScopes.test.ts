import { describe, expect, test } from 'vitest';
import {
  everyPost,
  postQuery,
  readPostQuery,
  type MyPost,
} from '../../../src/model/post/myPost.ts';
import { risksOfPost } from '../../../src/model/post/postScope.ts';
import { catalogueOf } from '../../../src/model/checks/catalogue.ts';
import { checklistIndex } from '../../../src/model/assessment/checklist.ts';
import { postLevels } from '../../../src/model/vocabulary.ts';
import { sampleWords } from '../../fixtures/bureauWords.ts';
import { second, secondWalls } from '../../fixtures/secondBureau.ts';

describe('我的岗位', () => {
  const { risks, departments, walls } = checklistIndex(
    secondWalls,
    sampleWords,
    catalogueOf(second),
  );

  test('所有层级和处室合起来就是全部风险点，没有够不着的', () => {
    const reached = new Set(
      postLevels.flatMap((level) =>
        departments.flatMap((department) =>
          risksOfPost(
            { ...everyPost, levels: [level], departments: [department] },
            { walls, risks },
          ).map(({ id }) => id),
        ),
      ),
    );
    expect(reached.size).toBe(risks.length);
    expect(risksOfPost(everyPost, { walls, risks })).toHaveLength(risks.length);
  });

  test('每个岗位看到的就是墙上写着它的那些，合起来一个不漏', () => {
    const catalogue = catalogueOf(second);
    const all = secondWalls.flatMap(({ wall }) => wall.steps.flatMap((step) => step.risks));
    const seen = catalogue.flatMap((post) => {
      const mine = risksOfPost({ ...everyPost, posts: [post.ref] }, { walls, risks });
      const written = all.filter(
        (risk) => risk.department === post.department.name && risk.posts.includes(post.name),
      );
      expect(mine.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
      return mine;
    });
    expect(new Set(seen.map(({ id }) => id)).size).toBe(risks.length);
  });

  test('同名的岗位按处室分开，不会看到别的处室的', () => {
    const heads = ['forest-stations/check', 'survey-team/check'].map((ref) =>
      risksOfPost({ ...everyPost, posts: [ref] }, { walls, risks }).map(({ id }) => id),
    );
    expect(heads[0]).not.toEqual(heads[1]);
    expect(heads[0]?.some((id) => heads[1]?.includes(id))).toBe(false);
  });

  test('分管领导勾了墙，只看那几面墙', () => {
    const post = { ...everyPost, posts: ['leading-group/in-charge'] };
    const whole = risksOfPost(post, { walls, risks });
    const [first] = whole;
    const part = risksOfPost({ ...post, walls: [first?.wallId ?? ''] }, { walls, risks });
    expect(part.length).toBeGreaterThan(0);
    expect(part.length).toBeLessThan(whole.length);
  });

  test('选了墙，墙上本层级的都在内', () => {
    const [wall] = walls;
    const post = { ...everyPost, levels: ['领导' as const], walls: [wall?.id ?? ''] };
    const mine = risksOfPost(post, { walls, risks });
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every(({ wallId, postLevel }) => wallId === wall?.id && postLevel === '领导')).toBe(
      true,
    );
  });

  test('写进网址再读出来是同一个，乱写的不认', () => {
    const post: MyPost = {
      posts: ['forest-land/filing', 'forest-land/files'],
      levels: ['中层', '普通'],
      departments: ['计划资金处'],
      walls: ['w02'],
    };
    expect(readPostQuery(postQuery(post))).toEqual(post);
    expect(postQuery({ ...everyPost, posts: ['forest-land/filing'] })).toBe(
      'post=forest-land/filing',
    );
    expect(readPostQuery('level=皇帝&wall=%3Cscript%3E&post=../x')).toEqual(everyPost);
  });
});
