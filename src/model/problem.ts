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
export function formatProblem({ severity, file, path, line, problem, remedy }: Problem): string {
  const place = [
    `${file}${line === undefined ? '' : ` 第 ${line} 行`}`,
    ...(path.length > 0 ? [formatPath(path)] : []),
  ].join('，');
  return `${severity === 'error' ? '错误' : '提醒'}｜${place}\n  问题：${problem}\n  改法：${remedy}`;
}

/** The whole report, errors first, in file and line order. */
export function formatReport(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  const blocks = [...errors, ...warnings].map(formatProblem);
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
