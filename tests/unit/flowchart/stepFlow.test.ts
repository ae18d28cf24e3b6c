import { describe, expect, test } from 'vitest';
import { stepFlow } from '../../../src/flowchart/stepFlow.ts';
import { wallGraph } from '../../../src/flowchart/wallGraph.ts';
import { fixtureWall } from '../../fixtures/fixtureWall.ts';
import { realContent } from '../../fixtures/realContent.ts';

describe('一步在流程里的位置', () => {
  const graph = wallGraph(
    fixtureWall(
      [
        { name: '受理', actor: '窗口', grades: [] },
        {
          name: '初审',
          actor: '窗口',
          grades: [],
          question: '合格？',
          next: [
            ['补正', 1],
            ['不合格', 'x1'],
            ['免审', 4],
            ['合格', 3],
          ],
        },
        { name: '会审', actor: '会审组', grades: [] },
        { name: '办结', actor: '窗口', grades: [] },
      ],
      [{ name: '不予办理', kind: '终止' }],
    ),
  );

  test('先说往下走，再说跳过、退回、离开；分支上的字跟着', () => {
    const { question, ways } = stepFlow(graph, 2);
    expect(question).toBe('合格？');
    expect(ways.map(({ kind, label, text }) => [kind, label, text])).toEqual([
      ['down', '合格', '3 会审'],
      ['ahead', '免审', '4 办结'],
      ['back', '补正', '1 受理'],
      ['exit', '不合格', '终止：不予办理'],
    ]);
    expect(ways.map(({ href }) => href)).toEqual([
      '#step-w90-s03',
      '#step-w90-s04',
      '#step-w90-s01',
      undefined,
    ]);
  });

  test('第一步从开始来，也有人退回来；最后一步到办结', () => {
    expect(stepFlow(graph, 1).from.map(({ kind, text }) => [kind, text])).toEqual([
      ['down', '开始'],
      ['back', '2 初审'],
    ]);
    expect(stepFlow(graph, 4)).toMatchObject({
      from: [{ text: '2 初审' }, { text: '3 会审' }],
      ways: [{ kind: 'down', text: '办结' }],
    });
  });

  test('真实的墙：每一步都有去处，去处的个数和写的一样', () => {
    for (const { data } of realContent().walls) {
      const all = wallGraph(data);
      data.steps.forEach(({ id, next }, i) => {
        expect(stepFlow(all, i + 1).ways.length, id).toBe(Math.max(1, next.length));
      });
    }
  });
});
