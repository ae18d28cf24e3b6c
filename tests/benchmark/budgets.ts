/** What a page may cost; the benchmark prints every figure against these. */
export const budgets = {
  /** Reading and both drawings of one wall. */
  chartMs: 60,
  chartCrossings: 20,
  chartGzipBytes: 12 * 1024,
  wallPageGzipBytes: 60 * 1024,
  /** As a server sends it by https, without the heads of the answers. */
  wallPageBrotliBytes: 45 * 1024,
  wallPageRequests: 6,
  scriptGzipBytes: 9 * 1024,
  stepMs: 50,
  firstAnswerGzipBytes: 60 * 1024,
  keyToPaintMs: 50,
  checklistKeyMs: 100,
  /** Three times as many risks as the bureau has. */
  checklistRisks: 3000,
  checklistOpenMs: 4500,
  /** With so many rows as a bureau three times this size would have. */
  registerRows: 5000,
  registerKeyMs: 200,
  registerReadyMs: 4500,
  thousandLettersSeconds: 20,
  letterPauseMs: 200,
  /** Taking in what 2,000 people hand in, 40 to 250 answers each, adding it up and showing it. */
  rollupPeople: 2000,
  rollupSeconds: 20,
  rollupPauseMs: 200,
  rollupPeakMb: 600,
  rollupOpenMs: 6000,
  rollupTallyMs: 60,
  firstPaintMs: 500,
  largestPaintMs: 550,
  chartVisibleMs: 550,
  blockingMs: 50,
  layoutShift: 0.1,
  buildSeconds: 12,
  manyWalls: 230,
  manyWallsSeconds: 60,
} as const;
