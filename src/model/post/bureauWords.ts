import type { Bureau } from './bureauSchema.ts';

/** What says that the content has not been approved yet; empty once it has. */
export const sampleNote = ({ isSample }: Pick<Bureau, 'isSample'>): string =>
  isSample ? '示范内容，使用前由本单位审核' : '';

/**
 * Words of the bureau that islands show or print. They come with the data that an island fetches,
 * so no script holds the words of one bureau.
 */
export interface BureauWords {
  readonly sampleNote: string;
  readonly disciplineOffice: string;
  /** 监督举报电话; empty where the bureau has not written it. */
  readonly reportPhone: string;
  readonly signatures: Bureau['signatures'];
  readonly countersigners: Bureau['countersigners'];
  /** Who answers for a risk of each grade (责任领导). */
  readonly answersFor: Bureau['answersFor'];
}

export function bureauWords(bureau: Bureau): BureauWords {
  const { disciplineOffice, reportPhone, signatures, countersigners, answersFor } = bureau;
  return {
    sampleNote: sampleNote(bureau),
    disciplineOffice,
    reportPhone,
    signatures,
    countersigners,
    answersFor,
  };
}

/** Where to report, as it stands on walls, boards, slides and letters; a line to write on without a number. */
export const reportLine = ({
  disciplineOffice,
  reportPhone,
}: Pick<BureauWords, 'disciplineOffice' | 'reportPhone'>): string =>
  `监督举报：${disciplineOffice}，电话 ${reportPhone || '＿＿＿＿＿＿＿＿'}`;
