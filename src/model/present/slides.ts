import type { Question } from '../quiz/quizSchema.ts';
import { gravestFirst, ownLimitText, stepAnchor } from '../wall/wall.ts';
import type { Risk, Step, WallSource } from '../wall/wallSchema.ts';
import { hasRoomForFlow, isDenseQuestion, isDenseRisk, isRoomyStep } from './fit.ts';
import { slideQuestion, type SlideQuestion } from './slideQuestion.ts';

/**
 * A wall as it is shown in a meeting, slide by slide. A slide is read from the last row, so it says
 * one thing: a step and its way on, one risk, one question. What there is no room for is counted.
 */

/** What some of stand on a slide, and how many more there are. */
export interface Shown<T> {
  readonly items: readonly T[];
  readonly more: number;
}

interface OfStep {
  /** Of the section: `step-w01-s03` for the first slide of a step, `s7` for all others. */
  readonly anchor: string;
  readonly step: Step;
  /** Counted from 1 in the order of the wall. */
  readonly stepNumber: number;
}

export interface StepSlide extends OfStep {
  readonly kind: 'step';
  readonly requirements: Shown<string>;
  readonly limits: Shown<string>;
  /** Whether it also shows where the step leads. */
  readonly hasFlow: boolean;
  readonly isRoomy: boolean;
}

/** Where a step comes from and leads to, when there is no room for it beside what is asked. */
export interface FlowSlide extends OfStep {
  readonly kind: 'flow';
}

export interface RiskSlide extends OfStep {
  readonly kind: 'risk';
  readonly risk: Risk;
  /** Its place among the risks of the step that are shown, from 1. */
  readonly place: number;
  readonly shown: number;
  /** Risks of the step that have no slide; told on the last one only. */
  readonly more: number;
  readonly isDense: boolean;
}

/** What happened, before it is asked about: no case fits on a slide with its question. */
export interface CaseSlide extends OfStep {
  readonly kind: 'case';
  readonly question: SlideQuestion;
}

export interface QuestionSlide extends OfStep {
  readonly kind: 'question';
  readonly question: SlideQuestion;
  readonly isDense: boolean;
}

export type Slide = StepSlide | FlowSlide | RiskSlide | CaseSlide | QuestionSlide;

export interface StepPart {
  readonly step: Step;
  readonly stepNumber: number;
  readonly slides: readonly Slide[];
}

export interface Presentation {
  readonly overviewAnchor: string;
  readonly steps: readonly StepPart[];
  readonly closingAnchor: string;
  /** All slides, the first and the last included. */
  readonly count: number;
}

export const requirementsShown = 3;
export const limitsShown = 2;
export const risksShown = 3;

function firstOf<T>(items: readonly T[], count: number): Shown<T> {
  return { items: items.slice(0, count), more: Math.max(0, items.length - count) };
}

/** The limits of the law; without one, what the bureau sets itself. */
function limitsOf({ timeLimits, ownLimit }: Step): string[] {
  const legal = timeLimits.map(({ text }) => text);
  return ownLimit ? [...legal, ownLimitText(ownLimit)] : legal;
}

/** The kinds of questions, those first that a room answers by a show of hands. */
const askedFirst: readonly Question['type'][] = ['单选', '判断', '多选', '配对', '排序', '案例'];

/**
 * The question that is asked after a step: it rests on one of its risks and was not asked before.
 * @param asked ids of the questions of the steps before.
 */
export function questionOf(
  { risks }: Pick<Step, 'risks'>,
  questions: readonly Question[],
  asked: ReadonlySet<string>,
): Question | undefined {
  const own = new Set(risks.map(({ id }) => id));
  const fitting = questions.filter(
    ({ id, restsOn }) => !asked.has(id) && restsOn.some((one) => own.has(one)),
  );
  const rank = ({ type }: Question) => askedFirst.indexOf(type);
  return [...fitting].sort((a, b) => rank(a) - rank(b))[0];
}

type Unplaced<T> = T extends OfStep ? Omit<T, keyof OfStep> : never;

function slidesOf(
  step: Step,
  question: Question | undefined,
  wall: Pick<WallSource, 'steps' | 'exits'>,
): Unplaced<Slide>[] {
  const risks = firstOf(gravestFirst(step.risks), risksShown);
  const shown = risks.items.length;
  const asked = question && slideQuestion(question);
  const requirements = firstOf(step.requirements, requirementsShown);
  const limits = firstOf(limitsOf(step), limitsShown);
  const told = { step, limits: limits.items.join('；'), requirements: requirements.items };
  const hasFlow = hasRoomForFlow(told, wall);
  const isRoomy = !hasFlow && isRoomyStep(told);
  return [
    { kind: 'step', requirements, limits, hasFlow, isRoomy },
    ...(hasFlow ? [] : [{ kind: 'flow' as const }]),
    ...risks.items.map((risk, i) => ({
      kind: 'risk' as const,
      risk,
      place: i + 1,
      shown,
      more: i + 1 === shown ? risks.more : 0,
      isDense: isDenseRisk(risk),
    })),
    ...(asked?.story ? [{ kind: 'case' as const, question: asked }] : []),
    ...(asked
      ? [{ kind: 'question' as const, question: asked, isDense: isDenseQuestion(asked) }]
      : []),
  ];
}

/** All slides of a wall. @param questions of its own quiz. */
export function presentationOf(
  wall: Pick<WallSource, 'steps' | 'exits'>,
  questions: readonly Question[],
): Presentation {
  const asked = new Set<string>();
  let count = 1;
  const parts = wall.steps.map((step, i): StepPart => {
    const question = questionOf(step, questions, asked);
    if (question) asked.add(question.id);
    const stepNumber = i + 1;
    const slides = slidesOf(step, question, wall).map((slide): Slide => {
      count += 1;
      const anchor = slide.kind === 'step' ? stepAnchor(step.id) : slideAnchor(count);
      return { ...slide, anchor, step, stepNumber };
    });
    return { step, stepNumber, slides };
  });
  count += 1;
  return {
    overviewAnchor: slideAnchor(1),
    steps: parts,
    closingAnchor: slideAnchor(count),
    count,
  };
}

const slideAnchor = (number: number): string => `s${number}`;
