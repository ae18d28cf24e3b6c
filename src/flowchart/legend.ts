export interface LegendEntry {
  /** A small SVG. */
  readonly sign: string;
  readonly meaning: string;
}

const sample = (shape: string, widthPx = 30) =>
  `<svg class="flowchart" width="${widthPx}" height="18" viewBox="0 0 ${widthPx} 18" aria-hidden="true">${shape}</svg>`;

const card = '<rect class="card" x="1" y="1" width="28" height="16" rx="2"/>';

/** Explains the shapes of the chart; the signs of the grades are explained by the filter beside it. */
export const legend: readonly LegendEntry[] = [
  { sign: sample(`${card}<path class="side" d="M5 1v16M25 1v16"/>`), meaning: '会审' },
  {
    sign: sample(
      '<circle class="connector" cx="9" cy="9" r="8"/><text class="number" x="9" y="13" font-size="12" text-anchor="middle">7</text>',
      18,
    ),
    meaning: '接到第 7 步',
  },
  {
    sign: sample('<path class="hook" d="M16 4v7H3m3 -3l-3 3l3 3"/>', 18),
    meaning: '退回',
  },
  {
    sign: sample('<rect class="shape" x="1" y="1" width="28" height="16" rx="8"/>'),
    meaning: '终止',
  },
  {
    sign: sample('<path class="shape" d="M1 1h20l8 8l-8 8h-20z"/>'),
    meaning: '转出',
  },
  {
    sign: sample(
      '<rect class="shape" x="1" y="1" width="28" height="16" rx="8"/><path class="side" d="M8 5v8m3 0v-8"/>',
    ),
    meaning: '暂停',
  },
];
