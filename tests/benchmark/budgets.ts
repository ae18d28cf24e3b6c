/** What a page may cost; the benchmark prints every figure against these. */
export const budgets = {
  chartGzipBytes: 12 * 1024,
  wallPageGzipBytes: 60 * 1024,
  scriptGzipBytes: 10 * 1024,
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
  firstPaintMs: 2000,
  blockingMs: 800,
  layoutShift: 0.1,
  buildSeconds: 30,
} as const;
