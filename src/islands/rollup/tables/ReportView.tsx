import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BureauWords } from '../../../model/post/bureauWords.ts';
import {
  reportParagraphs,
  reportTitle,
  type ReportParagraph,
} from '../../../model/rollup/reportText.ts';
import type { ReviewSubject } from '../../../model/rollup/reviewSubjects.ts';
import type { Rollup } from '../../../model/rollup/rollup.ts';
import type { AnswerTally } from '../../../model/rollup/tables/answerTally.ts';
import type { TableSources } from '../../../model/rollup/tables/departments.ts';
import { Message } from '../../controls/Message.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { Sheet } from '../../paper/Sheet.tsx';
import { Sheets } from '../../paper/Sheets.tsx';
import { usePrinting } from '../../paper/usePrinting.ts';
import { draftsOf, keepDrafts } from './reportDrafts.ts';

interface Props {
  readonly rollup: Rollup;
  readonly sources: TableSources;
  readonly tally: AnswerTally;
  readonly subjects: readonly ReviewSubject[];
}

/** Longest paragraph: half a sheet. */
const mostText = 800;

interface SheetProps {
  readonly title: string;
  readonly paragraphs: readonly ReportParagraph[];
  readonly unit: string;
  readonly words: BureauWords;
  readonly contentVersion: string;
  /** Told whether all of it stands on the sheet. */
  readonly onFit: (fits: boolean) => void;
}

function ReportSheet({ title, paragraphs, unit, words, contentVersion, onFit }: SheetProps) {
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const room = text.current?.parentElement;
    if (text.current && room) onFit(text.current.offsetHeight <= room.clientHeight + 1);
  });
  return (
    <Sheet
      direction="portrait"
      class="report-sheet"
      label={title}
      words={words}
      contentVersion={contentVersion}
      number={1}
      count={1}
    >
      <div class="report-text" ref={text}>
        <p class="form-title">{title}</p>
        {paragraphs
          .filter((one) => one.text.trim() !== '')
          .map((one) => (
            <div key={one.id}>
              <p class="report-heading">{one.heading}</p>
              {one.text
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((line, i) => (
                  <p class="report-paragraph" key={i}>
                    {line}
                  </p>
                ))}
            </div>
          ))}
        <p class="report-sign">{unit}</p>
        <p class="report-sign">　　　年　　月　　日</p>
      </div>
    </Sheet>
  );
}

/** 分析报告: sentences made of the figures, which a person changes before they are printed. */
export function ReportView({ rollup, sources, tally, subjects }: Props) {
  const made = useMemo(
    () => reportParagraphs(sources, rollup, tally, subjects),
    [sources, rollup.decisions, tally, subjects],
  );
  const [drafts, setDrafts] = useState(() => draftsOf(rollup.id));
  const [fits, setFits] = useState(true);
  const print = usePrinting('A4 portrait', 'form');
  const change = (texts: Readonly<Record<string, string>>) => {
    keepDrafts(rollup.id, texts);
    setDrafts(texts);
  };
  const paragraphs = made.map((one) => ({ ...one, text: drafts[one.id] ?? one.text }));
  const { register, unit, period } = sources;
  return (
    <>
      <section class="no-print" aria-labelledby="report">
        <h3 id="report">{reportTitle(period)}</h3>
        <p class="muted">
          句子全由数字组成，不写原因；要写的自己添。改的留到关掉这一页，清空一段就不印这一段。
        </p>
        {made.map(({ id, heading, text }) => {
          const isChanged = drafts[id] !== undefined && drafts[id] !== text;
          return (
            <div class="report-field" key={id}>
              <TextField
                id={`report-${id}`}
                label={heading}
                value={drafts[id] ?? text}
                maxLength={mostText}
                isLong
                hint={isChanged ? `改过。照现在的数字是：${text}` : undefined}
                onChange={(value) => change({ ...drafts, [id]: value })}
              />
              {isChanged && (
                <button
                  class="button is-small"
                  type="button"
                  aria-label={`${heading}换回数字写的`}
                  onClick={() => {
                    const { [id]: gone, ...rest } = drafts;
                    if (gone !== undefined) change(rest);
                  }}
                >
                  换回数字写的
                </button>
              )}
            </div>
          );
        })}
        {!fits && (
          <Message isFault role="status">
            写不进一页，下面超出的印不出来。删短一些。
          </Message>
        )}
        <div class="actions">
          <button class="button is-main" type="button" disabled={!fits} onClick={print}>
            打印报告（1 页）
          </button>
        </div>
      </section>
      <Sheets>
        <ReportSheet
          title={reportTitle(period)}
          paragraphs={paragraphs}
          unit={unit}
          words={register.words}
          contentVersion={register.contentVersion}
          onFit={setFits}
        />
      </Sheets>
    </>
  );
}
