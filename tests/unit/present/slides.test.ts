import { describe, expect, test } from 'vitest';
import { isDenseRisk } from '../../../src/model/present/fit.ts';
import { slideQuestion } from '../../../src/model/present/slideQuestion.ts';
import { presentationOf, questionOf, risksShown } from '../../../src/model/present/slides.ts';
import type { Question } from '../../../src/model/quiz/quizSchema.ts';
import { gradeEntries } from '../../../src/model/vocabulary.ts';
import { realContent } from '../../fixtures/realContent.ts';

const content = realContent();
const walls = content.walls.map(({ data }) => data);
const questionsOf = (wallId: string): readonly Question[] =>
  content.quizzes.find(({ data }) => data.wall === wallId)?.data.questions ?? [];
const shown = walls.map((wall) => ({ wall, show: presentationOf(wall, questionsOf(wall.id)) }));

const tick = (id: string, type: '单选' | '多选', restsOn: string): Question => ({
  id,
  type,
  difficulty: '易',
  postLevels: ['普通'],
  restsOn: [restsOn],
  stem: `${id} 问的是什么？`,
  options: ['甲', '乙', '丙', '丁'].map((text, i) => ({
    text,
    isRight: i === 1 || (type === '多选' && i === 3),
    feedback: i % 2 === 1 ? `对。${text}写明了。` : `${text}不合规定。`,
  })),
});
const pairs: Question = {
  id: 'w90-q09',
  type: '配对',
  difficulty: '中',
  postLevels: ['普通'],
  restsOn: ['w90-r01'],
  stem: '把左边和右边配起来。',
  pairs: ['一', '二', '三'].map((text) => ({ left: `左${text}`, right: `右${text}` })),
  explanation: '左右是这样对应的。',
};
const step = (...ids: string[]) => ({
  risks: (walls[0]?.steps[0]?.risks ?? [])
    .slice(0, 1)
    .flatMap((risk) => ids.map((id) => ({ ...risk, id }))),
});

describe('宣讲的各页', () => {
  test('每面墙：先总览，每一步从它自己那一页开始，最后是权利和举报；锚不重复，页数对得上', () => {
    for (const { wall, show } of shown) {
      const slides = show.steps.flatMap((part) => part.slides);
      const anchors = [
        show.overviewAnchor,
        ...slides.map(({ anchor }) => anchor),
        show.closingAnchor,
      ];
      expect(new Set(anchors).size, wall.id).toBe(anchors.length);
      expect(show.count, wall.id).toBe(anchors.length);
      expect(show.steps.map(({ slides: [first] }) => first?.anchor)).toEqual(
        wall.steps.map(({ id }) => `step-${id}`),
      );
      // `#s7` is the seventh slide, whatever its kind.
      anchors.forEach((anchor, i) => {
        if (!anchor.startsWith('step-')) expect(anchor).toBe(`s${i + 1}`);
      });
    }
  });

  test('每一步至多三个风险点，重的在前；没有讲到的数出来，一个不少', () => {
    for (const { wall, show } of shown) {
      for (const { step: own, slides } of show.steps) {
        const risks = slides.flatMap((slide) => (slide.kind === 'risk' ? [slide] : []));
        const ranks = risks.map(({ risk }) => gradeEntries[risk.grade].rank);
        expect(ranks, own.id).toEqual([...ranks].sort((a, b) => a - b));
        expect(risks.length, own.id).toBe(Math.min(risksShown, own.risks.length));
        const more = risks.reduce((sum, one) => sum + one.more, 0);
        expect(risks.length + more, `${wall.id} ${own.id}`).toBe(own.risks.length);
        const left = own.risks.filter((risk) => !risks.some((one) => one.risk === risk));
        const lightest = Math.max(...ranks, 0);
        for (const { grade } of left)
          expect(gradeEntries[grade].rank).toBeGreaterThanOrEqual(lightest);
      }
    }
  });

  test('要求讲前三条，时限讲前两项，其余数出来', () => {
    for (const { show } of shown) {
      for (const { step: own, slides } of show.steps) {
        const [first] = slides;
        if (first?.kind !== 'step') throw new Error(`${own.id} 没有自己的一页`);
        const { requirements, limits } = first;
        expect(requirements.items).toEqual(own.requirements.slice(0, 3));
        expect(requirements.items.length + requirements.more).toBe(own.requirements.length);
        const all = own.timeLimits.length + (own.ownLimit ? 1 : 0);
        expect(limits.items.length + limits.more).toBe(all);
      }
    }
  });

  test('流程放不下时自己一页，不是没有了', () => {
    const all = shown.flatMap(({ show }) => show.steps);
    for (const { step: own, slides } of all) {
      const flows = slides.filter(
        (slide) => slide.kind === 'flow' || (slide.kind === 'step' && slide.hasFlow),
      );
      expect(flows.length, own.id).toBe(1);
    }
    const alone = all.filter(({ slides }) => slides.some(({ kind }) => kind === 'flow'));
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.length).toBeLessThan(all.length / 2);
  });
});

describe('一步以后问哪一题', () => {
  test('题要落在这一步的风险点上；先单选、判断，再别的；问过的不再问', () => {
    const questions = [
      pairs,
      tick('w90-q01', '多选', 'w90-r01'),
      tick('w90-q02', '单选', 'w90-r01'),
    ];
    const ask = (...asked: string[]) => questionOf(step('w90-r01'), questions, new Set(asked))?.id;
    expect(ask()).toBe('w90-q02');
    expect(ask('w90-q02')).toBe('w90-q01');
    expect(ask('w90-q02', 'w90-q01')).toBe('w90-q09');
    expect(ask('w90-q02', 'w90-q01', 'w90-q09')).toBeUndefined();
    expect(questionOf(step('w90-r02'), questions, new Set())).toBeUndefined();
    expect(questionOf(step(), questions, new Set())).toBeUndefined();
  });

  test('真实的题：落在这一步上，一场不问两次，案例先讲案情', () => {
    for (const { wall, show } of shown) {
      const asked: string[] = [];
      for (const { step: own, slides } of show.steps) {
        slides.forEach((slide, i) => {
          if (slide.kind !== 'question') return;
          asked.push(slide.question.id);
          const source = questionsOf(wall.id).find(({ id }) => id === slide.question.id);
          expect(own.risks.some(({ id }) => source?.restsOn.includes(id))).toBe(true);
          expect(slide.question.story !== '').toBe(slides[i - 1]?.kind === 'case');
          expect(slide.question.answer, slide.question.id).not.toBe('');
          expect(slide.question.reasons.join(''), slide.question.id).not.toBe('');
        });
      }
      expect(new Set(asked).size, wall.id).toBe(asked.length);
    }
  });
});

describe('题怎样写在页上', () => {
  test.each([
    ['单选', tick('w90-q02', '单选', 'w90-r01'), 'B', ['乙写明了。']],
    ['多选', tick('w90-q01', '多选', 'w90-r01'), 'B、D', ['乙写明了。', '丁写明了。']],
  ])('%s：答案是字母，理由是写在对的选项后面的话', (_, question, answer, reasons) => {
    expect(slideQuestion(question)).toMatchObject({ answer, reasons });
  });

  test('判断：答“对”或者“错”，选项前面没有字母', () => {
    const asked = slideQuestion({
      id: 'w90-q03',
      type: '判断',
      difficulty: '易',
      postLevels: ['普通'],
      restsOn: ['w90-r01'],
      stem: '口头同意也算同意。',
      isTrue: false,
      feedback: { ifTrue: '口头的不算数。', ifFalse: '对。要写在纸上。' },
    });
    expect(asked).toMatchObject({ answer: '错', reasons: ['要写在纸上。'] });
    expect(asked?.choices.map(({ sign, isRight }) => [sign, isRight])).toEqual([
      ['', false],
      ['', true],
    ]);
  });

  test('配对：答案把编号和字母连起来，连的是写在一行里的两样', () => {
    const asked = slideQuestion(pairs);
    const matched = asked?.answer.split('，').map((one) => one.split('—'));
    expect(matched?.length).toBe(3);
    for (const [number, letter] of matched ?? []) {
      const left = asked?.lefts.find(({ sign }) => sign === number)?.text.slice(1);
      expect(asked?.choices.find(({ sign }) => sign === letter)?.text.slice(1)).toBe(left);
    }
  });
});

test('字多的风险点用小一号的字，字少的不用', () => {
  const risks = walls.flatMap(({ steps }) => steps.flatMap((one) => one.risks));
  const dense = risks.filter(isDenseRisk);
  expect(dense.length).toBeGreaterThan(0);
  expect(dense.length).toBeLessThan(risks.length / 2);
});
