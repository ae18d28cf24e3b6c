import type { Problem } from './problem.ts';
import type { ReminderKind } from './reminderKinds.ts';

type Details = Pick<Problem, 'path' | 'problem' | 'remedy'>;

/** A fault that stops the build. */
export function fault({ file }: Pick<Problem, 'file'>, details: Details): Problem {
  return { severity: 'error', file, ...details };
}

/** A matter for the author's attention that does not stop the build. */
export function reminder(
  { file }: Pick<Problem, 'file'>,
  details: Details & { readonly kind?: ReminderKind },
): Problem {
  return { severity: 'warning', file, kind: '其他', ...details };
}
