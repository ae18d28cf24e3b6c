import type { QuestionKey } from '../../model/quiz/bank.ts';
import { basisText, keyParts } from '../../model/quiz/paperKey.ts';
import type { PaperQuestion, PaperSection } from '../../model/quiz/paperSections.ts';
import type { PaperBlock } from './paperBlocks.tsx';

const cellsPerRow = 5;

/** Room for the answers on a sheet of their own, a cell for each part. */
export function cardBlocks(sections: readonly PaperSection[]): PaperBlock[] {
  const cells = sections.flatMap(({ questions }) =>
    questions.flatMap(({ number, question }) =>
      question.parts.map((_, j) => ({
        number,
        name: question.parts.length > 1 ? `${number}（${j + 1}）` : String(number),
      })),
    ),
  );
  return Array.from({ length: Math.ceil(cells.length / cellsPerRow) }, (_, row) => {
    const inRow = cells.slice(row * cellsPerRow, (row + 1) * cellsPerRow);
    return {
      question: inRow[0]?.number ?? 0,
      view: (
        <div class="paper-answers">
          {Array.from({ length: cellsPerRow }, (__, column) => (
            <span key={column}>{inRow[column]?.name}</span>
          ))}
        </div>
      ),
    };
  });
}

/** The answer to a question, its id in the bank, why it is right, and what it rests on. */
function KeyEntry(props: { placed: PaperQuestion; questionKey: QuestionKey; seed: string }) {
  const { number, question } = props.placed;
  const basis = basisText(props.questionKey.readings);
  return (
    <p class="paper-key">
      {number}.{' '}
      {keyParts(question, props.questionKey, props.seed).map(({ answer, reason }, i, parts) => (
        <span key={i} class="paper-key-part">
          <span class="nowrap">
            {parts.length > 1 && `（${i + 1}）`}
            <strong>{answer}</strong>
          </span>
          {i === 0 && <span class="form-id">{question.id}</span>}
          {reason}
        </span>
      ))}
      {basis && `依据：${basis}。`}
    </p>
  );
}

/** For those who mark: the answers in the numbering of the paper. */
export function keyBlocks(
  sections: readonly PaperSection[],
  keys: readonly QuestionKey[],
  seed: string,
): PaperBlock[] {
  return sections.flatMap(({ numeral, name, questions }) =>
    questions.flatMap((placed, i) => {
      const key = keys.find(({ id }) => id === placed.question.id);
      if (!key) return [];
      return {
        question: placed.number,
        view: (
          <div class="paper-block is-key" data-question={placed.number}>
            {i === 0 && (
              <p class="paper-section">
                <strong>
                  {numeral}、{name}
                </strong>
              </p>
            )}
            <KeyEntry placed={placed} questionKey={key} seed={seed} />
          </div>
        ),
      };
    }),
  );
}
