import { describe, expect, test } from 'vitest';
import { pledgesOf } from '../../src/model/checks/pledges.ts';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { letterMaker } from '../../src/model/letter/batch.ts';
import { layOutLetter } from '../../src/model/letter/layoutLetter.ts';
import { pledgesFor } from '../../src/model/letter/pledges.ts';
import { pledgesOfPost, unfitWords } from '../../src/model/letter/pledgeWords.ts';
import { findListed, postList } from '../../src/model/post/postList.ts';
import { alikePairs } from '../../src/model/text/similarity.ts';
import { gradeEntries } from '../../src/model/vocabulary.ts';
import { realContent } from '../fixtures/realContent.ts';
import { risksOf } from '../fixtures/contentExamples.ts';

const content = realContent();
const catalogue = catalogueOf(content);
const list = postList(catalogue);
const pledges = pledgesOf(content, catalogue);
const risks = risksOf(content).map(({ wall, risk }) => ({ ...risk, wallId: wall.id }));
const byId = new Map(risks.map((risk) => [risk.id, risk]));
const { bureau } = content;

const make = letterMaker(
  {
    templates: content.letters.map(({ name, data }) => ({ id: name, ...data })),
    pledges,
    risks,
    countersigners: bureau.data.countersigners,
    contentVersion: 'v',
  },
  { unit: bureau.data.name, period: '2027年1月1日至12月31日', copies: undefined },
);

/** The letter of somebody at this post, as a roster would print it. */
function letterOf(ref: string, walls: readonly string[] = []) {
  const found = findListed(list, ref);
  if (!found) throw new Error(ref);
  const { department, post } = found;
  const letter = make({
    name: '示例甲',
    department,
    post: post.name,
    postLevel: post.level,
    matched: post,
    supervisor: '',
    period: '',
    walls,
    copies: undefined,
  });
  if (!letter) throw new Error(`没有${post.level}岗位的承诺书`);
  const own = letter.promises.filter(({ id }) => id.includes('/'));
  const text = letter.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n');
  return { letter, own, text, post, department };
}

describe('每个岗位的承诺书', () => {
  test.each(catalogue.map(({ ref }) => ref))('%s', (ref) => {
    const { letter, own, text, post, department } = letterOf(ref);
    const source = catalogue.find((one) => one.ref === ref);
    // Its own: every pledge answers a risk of this very post.
    for (const { id } of own) {
      const answered = pledges.find((one) => one.id === id)?.risks ?? [];
      const mine = answered.filter((riskId) => {
        const risk = byId.get(riskId);
        return risk?.department === department && risk.posts.includes(post.name);
      });
      expect(mine, id).not.toEqual([]);
    }
    if (source?.hasNoRisk) expect(own).toEqual([]);
    else expect(own.length).toBeGreaterThanOrEqual(pledgesOfPost.least);
    // One page, no phrase that an office would not file, no promise twice.
    expect(layOutLetter(letter).sheets).toHaveLength(1);
    for (const { pattern } of unfitWords.filter(({ remedy }) => !remedy.includes('书名号'))) {
      for (const promise of own) expect(promise.lead + promise.text).not.toMatch(pattern);
    }
    expect(text).not.toMatch(/做.*工作，|不发生|守住|自觉接受|期间期间|岗岗/);
    expect(text).toContain('2027年1月1日至12月31日期间，郑重承诺如下：');
    expect(alikePairs(letter.promises.map((promise) => promise.text), 0.4)).toEqual([]);
    // Signed against somebody else.
    expect(letter.signers).toHaveLength(2);
    expect(letter.signers[1]).not.toContain('示例甲');
    expect(letter.signers[1]?.replace('（签名）：', '')).not.toBe(post.name);
  });

  test('人人的一类风险都有本岗位的承诺回答', () => {
    for (const risk of risks.filter(({ grade }) => grade === '一类')) {
      const refs = catalogue
        .filter(({ department, name }) => department.name === risk.department && risk.posts.includes(name))
        .map(({ ref }) => ref);
      for (const ref of refs) {
        const own = pledgesFor(pledges, [ref], []);
        expect(own.some((one) => one.risks.includes(risk.id)), `${risk.id} ${ref}`).toBe(true);
      }
    }
  });

  test('一个岗位的一类风险都写在他的那一页纸上；分管领导的按分管的事项选，除外', () => {
    for (const { ref, level } of catalogue.filter(
      (post) => pledgesFor(pledges, [post.ref], []).length <= pledgesOfPost.most,
    )) {
      const { own, post, department } = letterOf(ref);
      const answered = own.flatMap(({ id }) => pledges.find((one) => one.id === id)?.risks ?? []);
      const grave = risks.filter(
        (risk) =>
          risk.grade === '一类' &&
          risk.department === department &&
          risk.posts.includes(post.name),
      );
      for (const { id } of grave) expect(answered, `${level} ${ref} ${id}`).toContain(id);
    }
  });

  test('全部承诺没有两条雷同的', () => {
    expect(alikePairs(pledges.map(({ text }) => text), 0.4)).toEqual([]);
  });

  test('每一条都由第二个人读过', () => {
    const unread = content.pledges.flatMap(({ name, data }) =>
      data.pledges.filter(({ readOn }) => !readOn).map(({ id }) => `${name}/${id}`),
    );
    expect(unread).toEqual([]);
  });
});

// These are posts of the sample content; a bureau that has replaced it has others.
describe.runIf(bureau.data.isSample)('读过的六份', () => {
  /** What was wrong with each: the risks that are really theirs have to be answered now. */
  const six: readonly (readonly [ref: string, answers: readonly string[], walls: readonly string[]])[] = [
    ['cadastre/registrar', ['w12-r19'], []],
    ['finance/cashier', ['w23-r27', 'w23-r28'], []],
    ['land-stations/land-survey', [], []],
    ['land-use/head', [], []],
    ['expropriation-office/head', [], []],
    ['leadership/in-charge', [], ['w16', 'w17']],
  ];

  test.each(six)('%s 承诺的是自己的事', (ref, answers, walls) => {
    const { own, post, department } = letterOf(ref, walls);
    const answered = own.flatMap(({ id }) => pledges.find((one) => one.id === id)?.risks ?? []);
    for (const id of answers) expect(answered).toContain(id);
    const mine = answered.flatMap((id) => byId.get(id) ?? []);
    expect(mine.some(({ posts }) => posts.includes(post.name))).toBe(true);
    expect(mine.every((risk) => risk.department === department)).toBe(true);
    if (walls.length > 0) expect(mine.some(({ wallId }) => walls.includes(wallId))).toBe(true);
    expect(mine.some(({ grade }) => gradeEntries[grade].rank <= 2)).toBe(true);
  });

  test('主要领导的由上级机关监督，空一条横线；外单位的人不按政务处分承诺', () => {
    const principal = catalogue.find(({ isPrincipal }) => isPrincipal);
    expect(letterOf(principal?.ref ?? '').letter.signers[1]).toBe('＿＿＿＿＿＿（签名）：');
    const outside = catalogue.find(({ staff }) => staff === '外单位');
    expect(letterOf(outside?.ref ?? '').text).not.toContain('政务处分');
    expect(letterOf('cadastre/registrar').letter.signers).toEqual([
      '承诺人（示例甲）签名：',
      '处室负责人（签名）：',
    ]);
    expect(letterOf('cadastre/head').letter.signers[1]).toBe('分管领导（签名）：');
    expect(letterOf('leadership/in-charge').letter.signers[1]).toBe('主要负责人（签名）：');
  });
});
