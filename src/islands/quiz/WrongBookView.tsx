import { useMemo, useState } from 'preact/hooks';
import { saveQuizFile } from '../../browser/quizFiles.ts';
import { newSeed } from '../../browser/quizStore.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { rightsToLeave } from '../../model/quiz/wrongBook.ts';
import { Message } from '../controls/Message.tsx';
import { Drill } from './Drill.tsx';
import { useWrongBook } from './useWrongBook.ts';

interface Props {
  readonly index: BankIndex;
}

/** 错题本: what was wrong on any wall, until it was right twice running. */
export function WrongBookView({ index }: Props) {
  const [drill, setDrill] = useState<{ ids: readonly string[]; seed: string }>();
  const { book, reload, drop } = useWrongBook();
  const groups = useMemo(() => {
    const walls = [...index.walls, { id: 'gen', slug: '', name: '通用' }];
    return walls.flatMap(({ id, name }) => {
      const ids = index.questions
        .filter((entry) => entry.wall === id && book[entry.id])
        .map((entry) => entry.id);
      return ids.length > 0 ? [{ name, ids }] : [];
    });
  }, [index, book]);
  const known = new Set(index.questions.map(({ id }) => id));
  const gone = Object.keys(book).filter((id) => !known.has(id));
  const all = groups.flatMap(({ ids }) => ids);
  const practise = (ids: readonly string[]) => setDrill({ ids, seed: newSeed() });
  const end = () => {
    setDrill(undefined);
    reload();
  };

  if (drill) {
    return (
      <section aria-labelledby="wrong">
        <h2 id="wrong">错题本</h2>
        <Drill
          key={drill.seed}
          ids={drill.ids}
          seed={drill.seed}
          onEnd={end}
          onAgain={practise}
          endLabel="回错题本"
        />
        <p class="quiz-leave">
          <button class="button is-small" type="button" onClick={end}>
            先到这里，回错题本
          </button>
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong">错题本</h2>
      <p>
        练习和考试里答错的都在这里，再连着答对 {rightsToLeave}{' '}
        次就移走。只存在这台电脑里；导出的文件到别的电脑，在“成绩”里读入。
      </p>
      {all.length === 0 ? (
        <Message>现在没有错题。</Message>
      ) : (
        <>
          <div class="actions">
            <button class="button is-main" type="button" onClick={() => practise(all)}>
              把 {all.length} 题再做一遍
            </button>
            <button
              class="button"
              type="button"
              onClick={() => saveQuizFile({ name: '', department: '' }, [], book)}
            >
              导出错题本
            </button>
          </div>
          <ul class="records">
            {groups.map(({ name, ids }) => (
              <li key={name} class="record">
                <p class="record-title">{name}</p>
                <p>
                  {ids.length} 题，一共错过{' '}
                  {ids.reduce((sum, id) => sum + (book[id]?.wrong ?? 0), 0)} 次
                </p>
                <button class="button is-small" type="button" onClick={() => practise(ids)}>
                  做这 {ids.length} 题
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <Message>
          有 {gone.length} 题题库里已经没有了。
          <button class="button is-small" type="button" onClick={() => drop(gone)}>
            从错题本里移走
          </button>
        </Message>
      )}
    </section>
  );
}
