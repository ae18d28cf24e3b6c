import { lineNames, stateWords, type Line, type LineState } from './line.ts';

/** How many lines are in a state. */
export const countOf = (lines: readonly Line[], state: LineState): number =>
  lines.filter((line) => line.state === state).length;

/** `18 项正常，1 项有问题，…` */
export function tallyWords(lines: readonly Line[]): string {
  const states: readonly LineState[] = ['bad', 'note', 'good', 'none'];
  return states
    .filter((state) => countOf(lines, state) > 0)
    .map((state) => `${countOf(lines, state)} 项${stateWords[state].word}`)
    .join('，');
}

export interface ReportHead {
  readonly siteTitle: string;
  readonly address: string;
  /** As a person reads it. */
  readonly time: string;
  readonly siteVersion: string;
  /** Of all files together; empty when the list did not come. */
  readonly filesSum: string;
  readonly userAgent: string;
}

/** The whole test as text, to be sent on. */
export function reportText(head: ReportHead, lines: readonly Line[]): string {
  return [
    `${head.siteTitle} 自检`,
    `时间：${head.time}`,
    `网址：${head.address}`,
    `内容版本：${head.siteVersion}${head.filesSum && `；文件版本：${head.filesSum}`}`,
    `浏览器：${head.userAgent}`,
    tallyWords(lines),
    '',
    ...lines.flatMap(({ id, state, measured, remedies }) => [
      `${stateWords[state].sign} ${stateWords[state].word}　${lineNames[id]}：${measured}`,
      ...remedies.map((remedy) => `　　→ ${remedy}`),
    ]),
    '',
  ].join('\r\n');
}
