import type { VNode } from 'preact';
import type { OpenQuestion, Part, QuestionKey } from '../../model/quiz/bank.ts';
import { letterOf, shownOrder } from './TickField.tsx';

/** The blocks that printed papers are made of; a block is never cut. */

const chineseTypes = {
  判断: '判断题：对的打√，错的打×',
  单选: '单选题：只有一个正确',
  多选: '多选题：两个以上正确，少选得一半，错选不得分',
  排序: '排序题：把序号按先后写出来',
  配对: '配对题：给左边每一项写上右边的字母',
  案例: '案例题',
} as const;

function partText(part: Part, seed: string): VNode {
  if (part.type === '排序') {
    return (
      <ol class="paper-items">
        {part.items.map((item, i) => (
          <li key={i}>
            {i + 1}. {item}
          </li>
        ))}
      </ol>
    );
  }
  if (part.type === '配对') {
    return (
      <div class="paper-pairs">
        <ol>
          {part.lefts.map((left, i) => (
            <li key={i}>
              （　　）{i + 1}. {left}
            </li>
          ))}
        </ol>
        <ol>
          {part.rights.map((right, i) => (
            <li key={i}>
              {letterOf(i)}. {right}
            </li>
          ))}
        </ol>
      </div>
    );
  }
  if (part.type === '判断') return <></>;
  return (
    <ol class="paper-items">
      {shownOrder(part, seed).map((option, place) => (
        <li key={option}>
          {letterOf(place)}. {part.options[option]}
        </li>
      ))}
    </ol>
  );
}

const bracket = (part: Part) => (part.type === '配对' || part.type === '排序' ? '' : '（　　）');

/** The questions, with a head before each kind. */
export function questionBlocks(questions: readonly OpenQuestion[], seed: string): VNode[] {
  return questions.map((question, i) => {
    const isFirstOfType = questions[i - 1]?.type !== question.type;
    return (
      <div class="paper-block">
        {isFirstOfType && <p class="paper-kind">{chineseTypes[question.type]}</p>}
        {question.story && (
          <p>
            {i + 1}. {question.story}
          </p>
        )}
        {question.parts.map((part, j) => (
          <div key={part.id}>
            <p>
              {question.story ? `（${j + 1}）` : `${i + 1}. `}
              {part.stem}
              {bracket(part)}
            </p>
            {partText(part, seed)}
          </div>
        ))}
      </div>
    );
  });
}

/** The right answer to a part in the letters and numbers of this paper. */
export function keyText(part: Part, right: readonly number[], seed: string): string {
  switch (part.type) {
    case '判断':
      return right[0] === 0 ? '√' : '×';
    case '排序':
      return right.map((item) => item + 1).join('、');
    case '配对':
      return right.map((one, i) => `${i + 1}${letterOf(one)}`).join('、');
    default:
      return shownOrder(part, seed)
        .flatMap((option, place) => (right.includes(option) ? letterOf(place) : []))
        .join('');
  }
}

/** Room for the answers, a cell for each part. */
export function answerBlocks(questions: readonly OpenQuestion[]): VNode[] {
  const cells = questions.flatMap((question, i) =>
    question.parts.map((_, j) =>
      question.parts.length > 1 ? `${i + 1}（${j + 1}）` : String(i + 1),
    ),
  );
  const perRow = 5;
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) =>
    Array.from({ length: perRow }, (__, column) => cells[row * perRow + column] ?? ''),
  );
  return rows.map((row) => (
    <div class="paper-answers">
      {row.map((cell, i) => (
        <span key={i}>{cell}</span>
      ))}
    </div>
  ));
}

/** For those who mark: the answer, and where it stands. */
export function keyBlocks(
  questions: readonly OpenQuestion[],
  keys: readonly QuestionKey[],
  seed: string,
): VNode[] {
  return questions.map((question, i) => {
    const key = keys.find(({ id }) => id === question.id);
    const answers = question.parts.map((part, j) => {
      const right = key?.parts.find(({ id }) => id === part.id)?.right ?? [];
      return `${question.parts.length > 1 ? `（${j + 1}）` : ''}${keyText(part, right, seed)}`;
    });
    return (
      <div class="paper-block paper-key">
        <p>
          <strong>
            {i + 1}. {answers.join('　')}
          </strong>
          <span class="form-id">　{question.id}</span>
        </p>
        <p>
          {key?.explanation}
          依据：{key?.readings.map(({ text }) => text).join('；')}
        </p>
      </div>
    );
  });
}
