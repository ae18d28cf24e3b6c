import { gradeEntries, grades } from '../model/vocabulary.ts';

export interface LegendEntry {
  /** A small SVG, or a sign. */
  readonly sign: string;
  readonly meaning: string;
}

const sample = (shape: string) =>
  `<svg class="flowchart" width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">${shape}</svg>`;

/** Explains every sign of the chart. */
export const legend: readonly LegendEntry[] = [
  ...grades.map((grade) => ({
    sign: `<span class="grade is-grade-${gradeEntries[grade].rank}">${gradeEntries[grade].mark}</span>`,
    meaning: `${grade}风险，后面的数字是个数`,
  })),
  {
    sign: sample(
      '<g class="step"><rect class="card" x="1" y="1" width="32" height="18" rx="9"/></g>',
    ),
    meaning: '开始、办结',
  },
  {
    sign: sample(
      '<g class="step"><rect class="card" x="1" y="1" width="32" height="18" rx="3"/></g>',
    ),
    meaning: '步骤',
  },
  {
    sign: sample(
      '<g class="step"><rect class="card" x="1" y="1" width="32" height="18" rx="3"/><path class="side" d="M6 1v18"/></g>',
    ),
    meaning: '会审',
  },
  {
    sign: sample(
      '<g class="note is-grade-1"><rect class="note-box" x="9" y="2" width="23" height="16" rx="2"/><path class="note-tie" d="M9 1v18"/></g>',
    ),
    meaning: '这一步最重的风险点',
  },
  {
    sign: sample('<g class="decision"><polygon points="17,1 33,10 17,19 1,10"/></g>'),
    meaning: '判断',
  },
  {
    sign: sample('<path class="edge is-return" d="M2 10h30"/>'),
    meaning: '退回前面的步骤',
  },
  {
    sign: sample('<g class="exit"><rect x="1" y="1" width="32" height="18" rx="9"/></g>'),
    meaning: '终止',
  },
  {
    sign: sample(
      '<g class="exit is-transfer"><rect x="1" y="1" width="32" height="18" rx="9"/></g>',
    ),
    meaning: '转到另一面墙',
  },
];
