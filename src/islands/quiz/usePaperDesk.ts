import { useReducer, useRef } from 'preact/hooks';
import { fetchExplained } from '../../browser/quizData.ts';
import { newSeed } from '../../browser/quizStore.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import { allFetched, faultText, mapFetched } from '../../model/published/fetched.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { drawPaper } from '../../model/quiz/draw.ts';
import {
  deskAfter,
  emptyDesk,
  paperLetters,
  paperNote,
  type DrawnPaper,
  type PaperChoice,
  type PaperDesk,
} from '../../model/quiz/printedPapers.ts';
import { readSeed, seedFault } from '../../model/quiz/seed.ts';

interface Desk {
  readonly desk: PaperDesk;
  readonly choose: (values: Partial<PaperChoice>) => void;
  /** Draws the papers that were chosen. @param postText the post in words, for the paper. */
  readonly draw: (post: MyPost, postText: string) => Promise<void>;
}

/** Papers to be printed, drawn from the bank when they are asked for. */
export function usePaperDesk(index: BankIndex): Desk {
  const papers = index.exam?.papers ?? [];
  const [desk, dispatch] = useReducer(deskAfter, papers[0]?.id, emptyDesk);
  const runs = useRef(0);
  const draw = async (post: MyPost, postText: string) => {
    const { paperId, hasTwo, hasCard, typedSeed } = desk.choice;
    const paper = papers.find(({ id }) => id === paperId);
    const first = typedSeed.trim() === '' ? newSeed() : readSeed(typedSeed);
    if (!paper) return;
    if (!first) {
      dispatch({ type: 'refuse', text: seedFault });
      return;
    }
    runs.current += 1;
    const number = runs.current;
    dispatch({ type: 'draw', number });
    const drawn = await Promise.all(
      paperLetters(hasTwo).map(async (letter, i) => {
        const seed = i === 0 ? first : newSeed();
        const texts = await fetchExplained(drawPaper(index, paper, post, seed));
        return mapFetched(texts, (data): DrawnPaper => ({ letter, seed, ...data }));
      }),
    );
    const all = allFetched(drawn);
    dispatch({
      type: 'finish',
      number,
      result:
        all.status === 'present'
          ? {
              status: 'drawn',
              note: paperNote(paper, all.data[0]?.questions.length ?? 0, postText),
              hasCard,
              papers: all.data,
            }
          : { status: 'fault', text: `题目没有取到。${faultText(all.fault)}` },
    });
  };
  return { desk, choose: (values) => dispatch({ type: 'choose', values }), draw };
}
