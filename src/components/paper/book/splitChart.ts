/** What the labels of a chart measure at least, on paper. */
const wantedPt = 8;
const pointsPerPx = 0.75;

/** Boxes that touch overlap by less than this, in units of the chart. */
const touching = 0.2;

/** So that the lower edge of a box is whole where a part ends below it. */
const edgeRoom = 1;

interface Span {
  readonly top: number;
  readonly bottom: number;
}

interface Drawn extends Span {
  readonly isArrow: boolean;
}

/** Heights at which all above is finished and an arrow begins that leads to what comes next. */
function gapsOf(boxes: readonly Drawn[]): number[] {
  const gaps: number[] = [];
  let bottom = -Infinity;
  for (const box of [...boxes].sort((a, b) => a.top - b.top)) {
    if (box.isArrow && box.top > bottom - touching && bottom > -Infinity) gaps.push(bottom);
    bottom = Math.max(bottom, box.bottom);
  }
  return gaps;
}

/** Where a chart is cut into parts of about the same height. */
function cutsOf(gaps: readonly number[], height: number, parts: number): number[] {
  const wanted = Array.from({ length: parts - 1 }, (_, i) => ((i + 1) * height) / parts);
  const nearest = wanted.map((at) =>
    gaps.reduce((best, gap) => (Math.abs(gap - at) < Math.abs(best - at) ? gap : best), Infinity),
  );
  return [...new Set(nearest.filter(Number.isFinite))];
}

function spanOf(element: Element, chart: SVGSVGElement): Drawn {
  const { top, height } = chart.getBoundingClientRect();
  const unit = chart.viewBox.baseVal.height / height;
  const box = element.getBoundingClientRect();
  return {
    top: (box.top - top) * unit,
    bottom: (box.bottom - top) * unit,
    isArrow: element.classList.contains('head'),
  };
}

/** Shapes and words; the lines between the steps may be cut. */
const drawn = 'path:not(.edge), rect, circle, polygon, text';

/** How many sheets the chart needs so that its labels are large enough, as far as its width allows. */
function partsOf(chart: SVGSVGElement, room: DOMRect): number {
  const { width, height } = chart.viewBox.baseVal;
  const sizes = Array.from(chart.querySelectorAll('text'), (text) =>
    parseFloat(getComputedStyle(text).fontSize),
  );
  const wanted = wantedPt / pointsPerPx / Math.min(...sizes);
  const scale = Math.min(wanted, room.width / width);
  return Math.ceil((height * scale) / room.height - 0.01);
}

/** Leaves of the chart what stands between two heights. */
function keepPart(sheet: HTMLElement, drop: readonly boolean[], { top, bottom }: Span): void {
  const chart = sheet.querySelector<SVGSVGElement>('.wall-sheet-chart svg');
  if (!chart) return;
  const { width } = chart.viewBox.baseVal;
  Array.from(chart.querySelectorAll(drawn)).forEach((element, i) => {
    if (drop[i]) element.remove();
  });
  const height = bottom - top + edgeRoom;
  chart.setAttribute('viewBox', `0 ${top} ${width} ${height}`);
  chart.setAttribute('height', String(height));
}

function note(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'book-chart-goes-on';
  line.textContent = text;
  return line;
}

/**
 * Continues the chart of a wall on further sheets where one would make its labels too small: half a
 * sheet (A5) is no place for fifteen steps. It is cut between two steps, and both edges say so.
 * @param sheet of the chart, in the page; its followers are put behind it.
 */
export function splitChart(sheet: HTMLElement): void {
  const place = sheet.querySelector('.wall-sheet-chart');
  const chart = place?.querySelector('svg');
  if (!place || !chart) return;
  const parts = partsOf(chart, place.getBoundingClientRect());
  if (parts < 2) return;
  const spans = Array.from(chart.querySelectorAll(drawn), (element) => spanOf(element, chart));
  const { height } = chart.viewBox.baseVal;
  const cuts = cutsOf(gapsOf(spans), height, parts);
  const edges = [0, ...cuts, height];
  const sheets = [sheet, ...cuts.map(() => sheet.cloneNode(true) as HTMLElement)];
  sheet.after(...sheets.slice(1));
  sheets.forEach((one, i) => {
    const part = { top: edges[i] ?? 0, bottom: edges[i + 1] ?? height };
    keepPart(
      one,
      spans.map(
        ({ top, bottom }) => bottom <= part.top + touching || top >= part.bottom - touching,
      ),
      part,
    );
    one.classList.add('is-part');
    const drawing = one.querySelector('.wall-sheet-chart');
    if (i < sheets.length - 1) drawing?.after(note('流程接下页'));
    if (i === 0) return;
    drawing?.before(note('流程接上页'));
    one.querySelector('.wall-sheet-facts')?.remove();
    one.querySelector('.wall-sheet-legend')?.remove();
    const title = one.querySelector('.form-title');
    if (title) title.textContent = `${title.textContent ?? ''}（续）`;
    // The name of the drawing stands with its first part.
    one.querySelectorAll('svg title, svg desc').forEach((name) => name.remove());
    one.querySelector('svg')?.removeAttribute('aria-labelledby');
  });
}
