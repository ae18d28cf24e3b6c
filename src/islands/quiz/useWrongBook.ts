import { useState } from 'preact/hooks';
import { loadWrongBook, saveWrongBook } from '../../browser/quizStore.ts';
import type { WrongBook } from '../../model/quiz/wrongBook.ts';

interface KeptBook {
  readonly book: WrongBook;
  /** Shows what is kept now: practice writes into the book too. */
  readonly reload: () => void;
  readonly drop: (ids: readonly string[]) => void;
}

/** The wrong-answer book of this browser. */
export function useWrongBook(): KeptBook {
  const [book, setBook] = useState(loadWrongBook);
  return {
    book,
    reload: () => setBook(loadWrongBook()),
    drop: (ids) => {
      const rest = Object.fromEntries(Object.entries(book).filter(([id]) => !ids.includes(id)));
      saveWrongBook(rest);
      setBook(rest);
    },
  };
}
