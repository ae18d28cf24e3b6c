import type { VNode } from 'preact';
import type { MatchPart, OrderPart, Part, TickPart } from '../../model/quiz/bank.ts';
import { optionColumns } from '../../model/quiz/optionColumns.ts';
import {
  sectionMarks,
  type PaperQuestion,
  type PaperSection,
} from '../../model/quiz/paperSections.ts';
import { circledOf, letterOf, shownOrder } from '../../model/quiz/shownOptions.ts';

/** A piece of a printed paper that is never cut. */
export interface PaperBlock {
  /** Number of the question that it belongs to. */
  readonly question: number;
  readonly view: VNode;
}

/** Stands before the first question of a section: 一、单项选择题（每题 5 分，共 35 分）. */
export function SectionHead({ section }: { readonly section: PaperSection }) {
  return (
    <p class="paper-section">
      <strong>
        {section.numeral}、{section.name}（{sectionMarks(section)}）
      </strong>
      {section.rule}
    </p>
  );
}

function Options({ texts, signOf }: { texts: readonly string[]; signOf: (i: number) => string }) {
  return (
    <ol class={`paper-options is-in-${optionColumns(texts)}`}>
      {texts.map((text, i) => (
        <li key={i}>
          <span>{signOf(i)}</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

const lettered = (place: number) => `${letterOf(place)}.`;

const tickOptions = (part: TickPart, seed: string) =>
  part.type === '判断' ? null : (
    <Options
      texts={shownOrder(part, seed).map((option) => part.options[option] ?? '')}
      signOf={lettered}
    />
  );

/** The items in the order of the bank, and a blank for each of them in the order that is asked for. */
const orderItems = ({ items }: OrderPart) => (
  <>
    <Options texts={items} signOf={circledOf} />
    <p class="paper-order">
      先后：
      {items.map((_, i) => (
        <span key={i}>
          {i > 0 && '→'}
          <span class="paper-blank" />
        </span>
      ))}
    </p>
  </>
);

const matchPairs = ({ lefts, rights }: MatchPart) => (
  <ol class="paper-pairs">
    {lefts.map((left, i) => (
      <li key={i}>
        <span>
          （　　）{circledOf(i)}
          {left}
        </span>
        <span>
          {lettered(i)} {rights[i]}
        </span>
      </li>
    ))}
  </ol>
);

function partAnswers(part: Part, seed: string) {
  switch (part.type) {
    case '排序':
      return orderItems(part);
    case '配对':
      return matchPairs(part);
    default:
      return tickOptions(part, seed);
  }
}

/** Room for the letters or the sign, at the end of the line so that they stand below each other. */
const bracket = (part: Part) =>
  part.type !== '配对' && part.type !== '排序' && <span class="paper-bracket">（　　）</span>;

const onePart = (sign: string, part: Part, seed: string) => (
  <>
    <p class="paper-stem">
      {sign}
      {part.stem}
      {bracket(part)}
    </p>
    {partAnswers(part, seed)}
  </>
);

/** A question in its blocks: one, but of a case one for each part, the first with the story. */
function blocksOf(placed: PaperQuestion, head: VNode | null, seed: string): PaperBlock[] {
  const { number, question, partMarks } = placed;
  const isCase = question.type === '案例';
  return question.parts.map((part, i) => ({
    question: number,
    view: (
      <div class="paper-block" data-question={number}>
        {i === 0 && head}
        {i === 0 && isCase && (
          <p class="paper-stem">
            {number}. {question.story}
          </p>
        )}
        {onePart(
          isCase ? `（${i + 1}）（${part.type}，${partMarks[i] ?? 0} 分）` : `${number}. `,
          part,
          seed,
        )}
      </div>
    ),
  }));
}

/** The questions, with a head before each kind. */
export const questionBlocks = (sections: readonly PaperSection[], seed: string): PaperBlock[] =>
  sections.flatMap((section) =>
    section.questions.flatMap((placed, i) =>
      blocksOf(placed, i === 0 ? <SectionHead section={section} /> : null, seed),
    ),
  );
