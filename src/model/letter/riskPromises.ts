import type { ChecklistRisk } from '../assessment/checklist.ts';
import { isMine, type MyPost } from '../post/myPost.ts';
import { gradeEntries } from '../vocabulary.ts';
import type { LetterPromise } from './letter.ts';

/** Two lines of 28 less the indent and the number: what a promise should not exceed. */
const twoLines = 52;

/** `守住“调查测绘”环节。` */
function leadOf({ stepName }: ChecklistRisk): string {
  return `守住“${stepName}”环节。`;
}

function textWith(risk: ChecklistRisk, control: ChecklistRisk['controls'][number]): string {
  const isOwn = control.by === risk.department || control.by === risk.post;
  const action = control.text.replace(/[。；]$/, '');
  return `不发生“${risk.title}”，${isOwn ? '做到' : `自觉接受${control.by}的约束：`}${action}。`;
}

/**
 * The promise that answers a risk: where it lies, what will not happen, which control stands
 * against it. Of the controls before and during the act the shortest is taken, so that the promise
 * keeps to two lines where it can.
 */
export function riskPromise(risk: ChecklistRisk): LetterPromise {
  const early = risk.controls.filter(({ phase }) => phase !== '事后');
  const texts = (early.length > 0 ? early : risk.controls).map((one) => textWith(risk, one));
  const lead = leadOf(risk);
  const fitting = texts.find((text) => lead.length + text.length <= twoLines);
  const shortest = [...texts].sort((a, b) => a.length - b.length)[0];
  const text = fitting ?? shortest ?? `不发生“${risk.title}”。`;
  return { id: risk.id, lead, text, isEdited: false };
}

/** The risks that a letter of this post may answer: gravest first, 三类 not at all. */
export function risksForLetter(risks: readonly ChecklistRisk[], post: MyPost): ChecklistRisk[] {
  return risks
    .filter((risk) => risk.grade !== '三类' && isMine(post, risk))
    .sort((a, b) => gradeEntries[a.grade].rank - gradeEntries[b.grade].rank);
}

/**
 * Chooses the risks to answer: by grade, spread over walls first and steps next, so that a letter
 * does not say the same thing three times.
 * @param count how many promises are wanted.
 */
export function chooseRisks(risks: readonly ChecklistRisk[], count: number): ChecklistRisk[] {
  const chosen: ChecklistRisk[] = [];
  const isNew = {
    wall: (risk: ChecklistRisk) => chosen.every(({ wallId }) => wallId !== risk.wallId),
    step: (risk: ChecklistRisk) =>
      chosen.every((one) => one.wallId !== risk.wallId || one.stepName !== risk.stepName),
    risk: (risk: ChecklistRisk) => !chosen.includes(risk),
  };
  for (const isWanted of [isNew.wall, isNew.step, isNew.risk]) {
    for (const risk of risks) {
      if (chosen.length >= count) return chosen;
      if (isWanted(risk) && isNew.risk(risk)) chosen.push(risk);
    }
  }
  return chosen;
}
