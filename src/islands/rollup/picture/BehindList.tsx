import { useEffect, useMemo, useRef } from 'preact/hooks';
import { listBehind } from '../../../model/rollup/picture/lists.ts';
import type { Selection } from '../../../model/rollup/picture/selection.ts';
import { selectionWords } from '../../../model/rollup/picture/selectionWords.ts';
import { FigureBlock } from './FigureBlock.tsx';
import type { PictureGround } from './ground.ts';
import { AskedQuestion, OptionList } from './QuizSection.tsx';
import { sectionHash, sectionNames, type Section } from './route.ts';

interface Props {
  readonly ground: PictureGround;
  readonly section: Section;
  readonly selection: Selection;
  /** As it stands in the address. */
  readonly text: string;
}

function Rows(props: Props & { readonly words: string }) {
  const { ground, section, selection, text, words } = props;
  const table = useMemo(
    () => (selection.kind === 'options' ? undefined : listBehind(ground, selection)),
    [ground.totals, ground.exams, ground.today, text],
  );
  if (!table) return null;
  const isOfExams = selection.kind === 'exams' || selection.kind === 'answerers';
  return (
    <>
      <p role="status" class="no-print">
        共 {table.length} 条。
      </p>
      <FigureBlock
        key={text}
        ground={ground}
        section={section}
        title={`${table.name}：${words}`}
        table={table}
        notes={isOfExams ? ground.examNotes : ground.notes}
        none="清单是空的：收进来的文件变了，或者网址不对。"
      />
    </>
  );
}

/** The list behind a number; the focus comes here, and goes back to the number. */
export function BehindList(props: Props) {
  const { ground, section, selection, text } = props;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [text]);
  const words = useMemo(() => {
    const walls = new Map(ground.index.walls.map(({ id, name }) => [id, name]));
    return selectionWords(selection, {
      wall: (id) => walls.get(id) ?? id,
      risk: (id) => ground.texts.get(id)?.title ?? '',
    });
  }, [ground.index, ground.texts, text]);
  return (
    <>
      <p class="no-print">
        <a href={`#${sectionHash(section)}`}>返回{sectionNames[section]}</a>
      </p>
      <h2 ref={head} tabIndex={-1} class="no-print">
        {words}
      </h2>
      {selection.kind === 'answerers' && <AskedQuestion selection={selection} />}
      {selection.kind === 'options' ? (
        <OptionList ground={ground} selection={selection} />
      ) : (
        <Rows {...props} words={words} />
      )}
    </>
  );
}
