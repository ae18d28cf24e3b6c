/**
 * Finds the largest text with which a board still holds everything, and the widths of its columns
 * that allow it: short walls get large text, long ones small, none an empty third.
 */

/** Shares of the width in percent: problems, flow, rules, controls. */
type Columns = readonly [number, number, number, number];

const smallestPx = 4;
const largestPx = 60;
/** Of a pixel: finer is not seen. */
const precisionPx = 0.1;
/** From where the search for widths starts; the flow needs the least and the same on every wall. */
const starts: readonly Columns[] = [
  [27, 19, 24, 30],
  [31, 18, 22, 29],
  [24, 19, 25, 32],
  [24, 20, 29, 27],
];
/** How many of them are followed. */
const climbs = 2;
const stepPercent = 1;
const leastFlowPercent = 15;
const leastPercent = 16;

function setColumns(board: HTMLElement, columns: Columns): void {
  columns.forEach((share, i) => {
    board.style.setProperty(`--board-column-${i + 1}`, `${share}%`);
  });
}

const setText = (board: HTMLElement, px: number) => {
  board.style.fontSize = `${px}px`;
};

/** Everything has its own height while this is measured: nothing grows to fill the sheet. */
const fits = (board: HTMLElement) => board.scrollHeight <= board.clientHeight;

function largestText(board: HTMLElement, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > precisionPx) {
    const middle = (low + high) / 2;
    setText(board, middle);
    if (fits(board)) low = middle;
    else high = middle;
  }
  setText(board, low);
  return low;
}

/** A point of width moved from one column to another. */
function neighbours(columns: Columns): Columns[] {
  const moved: Columns[] = [];
  for (let from = 0; from < 4; from += 1) {
    for (let to = 0; to < 4; to += 1) {
      if (from === to) continue;
      const next = columns.map(
        (share, i) => share + (i === to ? stepPercent : i === from ? -stepPercent : 0),
      ) as [number, number, number, number];
      if ((next[from] ?? 0) < (from === 1 ? leastFlowPercent : leastPercent)) continue;
      moved.push(next);
    }
  }
  return moved;
}

/** The widths with which the bands take the least height at the size that is set. */
function lowestColumns(board: HTMLElement, bands: HTMLElement, from: readonly Columns[]): Columns {
  const heightWith = (columns: Columns) => {
    setColumns(board, columns);
    return bands.offsetHeight;
  };
  const lowest = (all: readonly Columns[]) =>
    all
      .map((columns) => ({ columns, height: heightWith(columns) }))
      .reduce((best, one) => (one.height < best.height ? one : best));
  // Lines break or do not, so that a climb ends on the first hill: the best starts have one each.
  const best = from
    .map((columns) => ({ columns, height: heightWith(columns) }))
    .sort((one, other) => one.height - other.height)
    .slice(0, climbs)
    .map((start) => {
      let here = start;
      for (;;) {
        const next = lowest(neighbours(here.columns));
        if (next.height >= here.height) return here;
        here = next;
      }
    })
    .reduce((one, other) => (other.height < one.height ? other : one));
  setColumns(board, best.columns);
  return best.columns;
}

/**
 * @param board with its size in mm, holding `.board-bands`.
 * @returns the size of its text in px.
 */
export function fitBoard(board: HTMLElement): number {
  const bands = board.querySelector<HTMLElement>('.board-bands');
  if (!bands) return 0;
  board.classList.add('is-measured');
  setColumns(board, starts[0] ?? [25, 25, 25, 25]);
  const rough = largestText(board, smallestPx, largestPx);
  const columns = lowestColumns(board, bands, starts);
  const nearly = largestText(board, rough * 0.95, rough * 1.3);
  // At the size that came out lines break elsewhere.
  lowestColumns(board, bands, [columns]);
  const text = largestText(board, nearly * 0.98, nearly * 1.1);
  board.classList.remove('is-measured');
  return text;
}
