import type { FigureRow } from '../../../model/rollup/picture/figureTable.ts';
import { barStates } from '../../../model/rollup/picture/wallTables.ts';

const bar = { width: 220, height: 16, gap: 5 };

/** Slanting lines from `start` on. @param slope 1 rises, -1 falls. */
function hatch(start: number, length: number, slope: 1 | -1): string {
  const { height, gap } = bar;
  return Array.from({ length: Math.floor(length / gap) }, (_, i) => {
    const [left, right] = [start + i * gap, start + (i + 1) * gap];
    return slope === 1 ? `M${left} ${height}L${right} 0` : `M${left} 0L${right} ${height}`;
  }).join('');
}

/** What the bars mean, to stand above them. */
export const barLegend =
  '条里实心是已落实，单斜线是部分落实，交叉线是未落实，空白是待确认和没填；不适用的不在条里。';

/** How one wall stands, told by filling and hatching; the numbers stand beside it. */
export function StateBar({ row }: { readonly row: FigureRow }) {
  const counts = barStates.map((_, i) => Number(row.cells[i + 1]?.value ?? 0));
  const [settled = 0, partly = 0, open = 0, unsure = 0, blank = 0] = counts;
  const scale = bar.width / Math.max(1, settled + partly + open + unsure + blank);
  const [first, second] = [settled * scale, partly * scale];
  const { width, height } = bar;
  return (
    <svg
      class="state-bar"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <rect class="state-all" x={0.5} y={0.5} width={width - 1} height={height - 1} />
      <rect class="state-settled" x={0} y={0} width={first} height={height} />
      <path class="state-hatch" d={hatch(first, second, 1)} />
      <path
        class="state-hatch"
        d={hatch(first + second, open * scale, 1) + hatch(first + second, open * scale, -1)}
      />
      <path
        class="state-hatch"
        d={[first + second, first + second + open * scale]
          .map((x) => `M${Math.min(x, width - 0.5)} 0V${height}`)
          .join('')}
      />
    </svg>
  );
}
