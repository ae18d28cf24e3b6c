import { loadWrongBook, wrongBooks } from '../../browser/quizStore.ts';
import { onlyItem } from '../../model/kept/envelope.ts';
import type { WrongBook } from '../../model/quiz/wrongBook.ts';
import { useKeptList } from '../kept/useKeptList.ts';

interface KeptBook {
  readonly book: WrongBook;
  /** Shows what is kept now: practice writes into the book too. */
  readonly reload: () => void;
  readonly drop: (ids: readonly string[]) => void;
}

/** The wrong-answer book of this browser. */
export function useWrongBook(): KeptBook {
  const [book, reload] = useKeptList(wrongBooks, loadWrongBook);
  return {
    book,
    reload,
    drop: (ids) => {
      wrongBooks.write(onlyItem, Object.fromEntries(ids.map((id) => [id, undefined])));
      reload();
    },
  };
}
