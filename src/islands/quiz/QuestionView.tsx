import type { Ref } from 'preact';
import { siteAddress } from '../../browser/siteBase.ts';
import type { Answer, PartAnswer } from '../../model/quiz/answer.ts';
import type { OpenQuestion, Part, QuestionKey } from '../../model/quiz/bank.ts';
import { MatchField } from './MatchField.tsx';
import { OrderField } from './OrderField.tsx';
import { TickField } from './TickField.tsx';

interface Props {
  readonly question: OpenQuestion;
  /** Decides in which order options stand. */
  readonly seed: string;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
  /** Once given, nothing can be changed and everything is explained. */
  readonly shownKey?: QuestionKey | undefined;
  readonly title: string;
  readonly titleRef?: Ref<HTMLHeadingElement>;
}

const hints: Readonly<Record<string, string>> = {
  单选: '选一个',
  多选: '选两个以上，少选得一半，错选不得分',
  判断: '对还是错',
  排序: '用“上移”“下移”排出先后',
  配对: '给左边每一项选一个右边的',
};

interface FieldProps {
  readonly part: Part;
  readonly seed: string;
  readonly given: PartAnswer;
  readonly shownKey: QuestionKey | undefined;
  readonly onGive: (given: PartAnswer) => void;
}

function PartField({ part, seed, given, shownKey, onGive }: FieldProps) {
  const shared = { given, onGive, partKey: shownKey?.parts.find(({ id }) => id === part.id) };
  switch (part.type) {
    case '排序':
      return <OrderField part={part} {...shared} />;
    case '配对':
      return <MatchField part={part} {...shared} />;
    default:
      return <TickField part={part} seed={seed} {...shared} />;
  }
}

/** One question of any kind. */
export function QuestionView(props: Props) {
  const { question, seed, answer, onAnswer, shownKey, title, titleRef } = props;
  return (
    <article class="quiz-question card">
      <h3 tabIndex={-1} ref={titleRef}>
        {title}
        <span class="quiz-kind">
          {question.type}　{question.difficulty}
        </span>
      </h3>
      {question.story && <p class="quiz-story">{question.story}</p>}
      {question.parts.map((part, i) => (
        <fieldset key={part.id}>
          <legend>
            {question.parts.length > 1 && `（${i + 1}）`}
            {part.stem}
            <span class="quiz-hint">〔{hints[part.type]}〕</span>
          </legend>
          <PartField
            part={part}
            seed={seed}
            given={answer[part.id] ?? []}
            shownKey={shownKey}
            onGive={(given) => onAnswer({ ...answer, [part.id]: given })}
          />
        </fieldset>
      ))}
      {shownKey?.explanation && <p class="quiz-explanation">{shownKey.explanation}</p>}
      {shownKey && shownKey.readings.length > 0 && (
        <p class="quiz-readings">
          原文：
          {shownKey.readings.map(({ text, path }) => (
            <a key={text} href={siteAddress(path)}>
              {text}
            </a>
          ))}
        </p>
      )}
    </article>
  );
}
