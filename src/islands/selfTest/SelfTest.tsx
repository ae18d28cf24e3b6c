import { useMemo } from 'preact/hooks';
import { wholeAddress } from '../../browser/address.ts';
import { printPage } from '../../browser/print.ts';
import type { KnownOfSite } from '../../browser/selfTest/measure.ts';
import { fileListSum, type FileList } from '../../model/published/fileList.ts';
import { judge } from '../../model/selfTest/judge.ts';
import type { Line } from '../../model/selfTest/line.ts';
import type { Measured } from '../../model/selfTest/measured.ts';
import { reportText, tallyWords } from '../../model/selfTest/report.ts';
import { localTime } from '../../model/text/dates.ts';
import { Message } from '../controls/Message.tsx';
import { LineList } from './LineList.tsx';
import { Report } from './Report.tsx';
import { useSelfTest, type SelfTestRun } from './useSelfTest.ts';

interface Props {
  readonly known: KnownOfSite;
  readonly siteTitle: string;
}

const megabytes = ({ files }: FileList) =>
  Math.ceil(files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1_000_000);

function FileButtons({ measured, progress, checkAll, stop }: SelfTestRun) {
  const list = measured?.served?.list.data;
  if (!list) return null;
  if (progress) {
    const { checked, total, faults } = progress;
    return (
      <>
        <button class="button" type="button" onClick={stop}>
          停下
        </button>
        <span>
          已核对 {checked} / {total} 个文件，不对的 {faults.length} 个
        </span>
      </>
    );
  }
  return (
    <button class="button" type="button" onClick={checkAll}>
      全部文件核对（{list.files.length} 个，{megabytes(list)} MB）
    </button>
  );
}

const headline = (lines: readonly Line[]) =>
  lines.some(({ state }) => state === 'bad')
    ? '有要改的，改法写在下面各行。'
    : '网站放得对，可以用了。';

const reportOf = (siteTitle: string, measured: Measured, lines: readonly Line[], at: number) => {
  const list = measured.served?.list.data;
  return reportText(
    {
      siteTitle,
      address: wholeAddress(),
      time: localTime(at),
      siteVersion: measured.place.siteVersion ?? '',
      filesSum: list ? fileListSum(list) : '',
      userAgent: measured.place.userAgent,
    },
    lines,
  );
};

/** Tests the site as it stands on its server, and says what to mend. */
export function SelfTest({ known, siteTitle }: Props) {
  const run = useSelfTest(known);
  const { measured, at, again } = run;
  const lines = useMemo(() => measured && judge(measured), [measured]);
  if (!measured || !lines) return <p role="status">正在检查，要几秒钟…</p>;
  return (
    <>
      <Message isFault={lines.some(({ state }) => state === 'bad')} role="status">
        <strong>{headline(lines)}</strong>
        {tallyWords(lines)}。{localTime(at)} 检查。
      </Message>
      <div class="actions no-print">
        <button class="button is-main" type="button" onClick={again}>
          重新检查
        </button>
        <FileButtons {...run} />
        <button class="button" type="button" onClick={printPage}>
          打印
        </button>
      </div>
      <LineList lines={lines} />
      <Report text={reportOf(siteTitle, measured, lines, at)} day={localTime(at).slice(0, 10)} />
    </>
  );
}
