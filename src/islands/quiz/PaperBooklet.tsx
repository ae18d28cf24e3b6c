import type { BankIndex } from '../../model/quiz/bank.ts';
import { paginateQuestions } from '../../model/print/paginateQuestions.ts';
import { paperSections, type PaperSection } from '../../model/quiz/paperSections.ts';
import type { DrawnPaper } from '../../model/quiz/printedPapers.ts';
import { Sheet } from '../paper/Sheet.tsx';
import { usePages } from '../paper/usePages.ts';
import { cardBlocks, keyBlocks } from './paperAnswers.tsx';
import { questionBlocks, type PaperBlock } from './paperBlocks.tsx';
import { MarkTable, SealingLine } from './PaperHead.tsx';

/** Sheets that belong together: the questions, the answer card or the key of one paper. */
export interface Booklet {
  readonly name: string;
  readonly seed: string;
  readonly sections: readonly PaperSection[];
  /** Is written on by a person who is not to be known to those who mark it. */
  readonly hasSeal: boolean;
  /** Carries the marks: it is what the answers are written on. */
  readonly hasMarks: boolean;
  /** What those who write are told; empty for a key. */
  readonly advice: string;
  readonly blocks: readonly PaperBlock[];
}

const sealAdvice = '密封线外的各项由答题人填写，不记名的测试空着不填。';

/** What is printed of a paper. @param hasCard whether answers have a sheet of their own. */
export function bookletsOf(
  { letter, seed, questions, keys }: DrawnPaper,
  hasCard: boolean,
): Booklet[] {
  const sections = paperSections(questions);
  const common = { seed, sections };
  const paper: Booklet = {
    ...common,
    name: `试卷${letter}`,
    hasSeal: true,
    hasMarks: !hasCard,
    advice: `${sealAdvice}答案写在${hasCard ? '答题卡上' : '题后的括号里、横线上'}。`,
    blocks: questionBlocks(sections, seed),
  };
  const card: Booklet = {
    ...common,
    name: `答题卡${letter}`,
    hasSeal: true,
    hasMarks: true,
    advice: sealAdvice,
    blocks: cardBlocks(sections),
  };
  const key: Booklet = {
    ...common,
    name: `参考答案${letter}`,
    hasSeal: false,
    hasMarks: false,
    advice: '',
    blocks: keyBlocks(sections, keys, seed),
  };
  return hasCard ? [paper, card, key] : [paper, key];
}

interface SheetProps {
  readonly index: BankIndex;
  readonly booklet: Booklet;
  readonly note: string;
  readonly blocks: readonly PaperBlock[];
  readonly number: number;
  readonly count: number;
}

/**
 * One sheet of a booklet. The sealing line stands on the first one only, as offices print it: sheets
 * are stapled at the left and the strip of the first is folded over; one name is to be hidden, once.
 */
function PaperSheet({ index, booklet, note, blocks, number, count }: SheetProps) {
  const isFirst = number === 1;
  const hasSeal = isFirst && booklet.hasSeal;
  return (
    <Sheet
      direction="portrait"
      class={hasSeal ? 'paper-sheet has-seal' : 'paper-sheet'}
      label={`${booklet.name}第 ${number} 页`}
      words={index.words}
      contentVersion={index.contentVersion}
      code={`${booklet.name}　卷号 ${booklet.seed}`}
      number={number}
      count={count}
    >
      {hasSeal && <SealingLine unit={index.unit} />}
      {isFirst && (
        <div class="paper-head">
          <p class="form-title">廉政风险测试{booklet.name}</p>
          <p class="paper-note">{note}</p>
          {booklet.hasMarks && <MarkTable sections={booklet.sections} />}
          {booklet.advice && <p class="paper-advice">{booklet.advice}</p>}
        </div>
      )}
      <div class="paper-blocks">{blocks.map(({ view }) => view)}</div>
    </Sheet>
  );
}

/** One booklet as sheets: measured whole, then spread without cutting a question. */
export function PaperBooklet(props: Pick<SheetProps, 'index' | 'booklet' | 'note'>) {
  const { booklet } = props;
  const { measured, pages } = usePages(
    { list: '.paper-blocks', rows: '.paper-blocks > *' },
    [booklet],
    (heights, rooms) =>
      paginateQuestions(
        booklet.blocks.map(({ question }, i) => ({ question, height: heights[i] ?? 0 })),
        rooms,
      ),
  );
  return (
    <>
      <div class="form-measure" aria-hidden="true" ref={measured}>
        <PaperSheet {...props} blocks={booklet.blocks} number={1} count={1} />
      </div>
      {pages.map(({ rows }, i) => (
        <PaperSheet
          key={i}
          {...props}
          blocks={rows.flatMap((row) => booklet.blocks[row] ?? [])}
          number={i + 1}
          count={pages.length}
        />
      ))}
    </>
  );
}
