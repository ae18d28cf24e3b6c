import { reminderKinds, type ReminderKind } from './reminderKinds.ts';

/** One fault in the content, told so that an author who is no programmer can mend it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** File as the author knows it, for example `content/walls/land-auction-transfer.mdx`. */
  readonly file: string;
  /** Where in the file: field names and list positions, outermost first. Empty for the whole file. */
  readonly path: readonly (string | number)[];
  /** Line in the file, counted from 1, when it is known. */
  readonly line?: number;
  readonly problem: string;
  readonly remedy: string;
  /** What follows from it elsewhere and is not told one by one. */
  readonly note?: string;
  /** What a reminder is about; errors have none. */
  readonly kind?: ReminderKind;
}

/** A path as authors read it: `steps 第 4 项 › risks 第 1 项 › grade`. */
export function formatPath(path: readonly (string | number)[]): string {
  const parts: string[] = [];
  for (const key of path) {
    if (typeof key === 'number' && parts.length > 0) {
      parts[parts.length - 1] += ` 第 ${key + 1} 项`;
    } else {
      parts.push(String(key));
    }
  }
  return parts.join(' › ');
}

/** One problem as a block of Chinese text: place, what is wrong, how to mend it. */
export function formatProblem(found: Problem): string {
  const { severity, file, path, line, problem, remedy, note } = found;
  const place = [
    `${file}${line === undefined ? '' : ` 第 ${line} 行`}`,
    ...(path.length > 0 ? [formatPath(path)] : []),
  ].join('，');
  return [
    `${severity === 'error' ? '错误' : '提醒'}｜${place}`,
    `  问题：${problem}`,
    `  改法：${remedy}`,
    ...(note === undefined ? [] : [`  另外：${note}`]),
  ].join('\n');
}

/** Where a problem stands, to be copied into an editor: `content/walls/x.mdx:120`. */
export function editorPlace({ file, line }: Pick<Problem, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** Reminders by what they are about, in the order of the kinds; kinds without reminders are left out. */
export function remindersByKind(
  problems: readonly Problem[],
): { kind: ReminderKind; reminders: Problem[] }[] {
  const reminders = problems.filter(({ severity }) => severity === 'warning');
  return reminderKinds
    .map((kind) => ({
      kind,
      reminders: reminders.filter((reminder) => (reminder.kind ?? '其他') === kind),
    }))
    .filter((group) => group.reminders.length > 0);
}

/** A terminal holds this many lines of one kind before the errors scroll away. */
const mostListed = 3;

function formatReminders(problems: readonly Problem[], listed: number): string[] {
  return remindersByKind(problems).map(({ kind, reminders }) => {
    const lines = reminders.slice(0, listed).map(({ file, line, problem, remedy }) => {
      const place = line === undefined ? file : `${file} 第 ${line} 行`;
      return `  ${place}：${problem}\n    改法：${remedy}`;
    });
    const left = reminders.length - lines.length;
    const more = left > 0 ? [`  还有 ${left} 条，见 /guide/check/`] : [];
    return [`提醒｜${kind}（${reminders.length} 条）`, ...lines, ...more].join('\n');
  });
}

/**
 * The whole report: errors one by one in file and line order, then reminders by kind.
 * @param listed how many reminders of one kind are told in full.
 */
export function formatReport(problems: readonly Problem[], listed = mostListed): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  const blocks = [...errors.map(formatProblem), ...formatReminders(warnings, listed)];
  const verdict =
    errors.length > 0
      ? `内容有 ${errors.length} 处错误，网站没有生成；改好以后再运行一次。`
      : '内容没有错误。';
  const note = warnings.length > 0 ? `另有 ${warnings.length} 处提醒，不影响生成。` : '';
  return [...blocks, verdict + note].join('\n');
}

/** Stops a build; its message is the finished Chinese report. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`\n${formatReport(problems)}`);
    this.name = 'ContentError';
    this.problems = problems;
    // The reader is an author: a stack of program lines would bury the message.
    this.stack = this.message;
  }
}
