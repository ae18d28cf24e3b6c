/**
 * Fewest and most characters of each text of a risk. Here and not in the schema alone: a form that
 * makes risks in the browser has to ask the same without carrying the schema.
 */
export const riskLengths = {
  title: [3, 16],
  manifestation: [20, 110],
  gradeReason: [8, 80],
  department: [2, 20],
  post: [2, 16],
  cause: [8, 90],
  controlBy: [2, 24],
  controlText: [8, 90],
  warningSign: [8, 90],
  monitor: [4, 60],
} as const;

/** A risk is of at most so many posts. */
export const mostPosts = 3;
