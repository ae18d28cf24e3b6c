import { describe, expect, test } from 'vitest';
import { fittingScale, zoomAbout, type View } from '../../../src/components/wall/zoom.ts';

/** The place of the drawing, in its own px, that stands under a point of the frame. */
const under = ({ scale, left, top }: View, { x, y }: { x: number; y: number }) => ({
  x: (left + x) / scale,
  y: (top + y) / scale,
});

describe('放大和缩小流程图', () => {
  test.each([
    ['放大', 1.25],
    ['缩小', 0.8],
    ['放得过大，停在三倍', 40],
    ['缩得过小，停在 15%', 0.01],
  ])('%s：鼠标指着的那一步不跑开', (_, factor) => {
    const before: View = { scale: 1.5, left: 320, top: 2400 };
    const point = { x: 710, y: 95 };
    const after = zoomAbout(before, before.scale * factor, point);
    expect(under(after, point).x).toBeCloseTo(under(before, point).x);
    expect(under(after, point).y).toBeCloseTo(under(before, point).y);
  });

  test('图不会缩到看不见，也不会放到找不着', () => {
    const view: View = { scale: 1, left: 0, top: 0 };
    const corner = { x: 0, y: 0 };
    expect(zoomAbout(view, 0.001, corner).scale).toBe(0.15);
    expect(zoomAbout(view, 99, corner).scale).toBe(3);
  });

  test('放大再缩小同样的倍数，回到原来的地方', () => {
    const before: View = { scale: 1, left: 40, top: 60 };
    const point = { x: 200, y: 300 };
    const back = zoomAbout(zoomAbout(before, 1.25, point), 1, point);
    expect(back.left).toBeCloseTo(before.left);
    expect(back.top).toBeCloseTo(before.top);
  });

  test.each([
    ['高的图', { width: 700, height: 3200 }],
    ['宽的图', { width: 2400, height: 500 }],
    ['小的图', { width: 400, height: 300 }],
  ])('整图：%s整张在框里，贴着一边', (_, drawing) => {
    const frame = { width: 960, height: 640 };
    const scale = fittingScale(frame, drawing);
    const gaps = [frame.width - drawing.width * scale, frame.height - drawing.height * scale];
    expect(Math.min(...gaps)).toBeCloseTo(0);
  });
});
