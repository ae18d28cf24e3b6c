import { gradeEntries, type Grade } from '../vocabulary.ts';
import type { Answer } from './record.ts';

/**
 * Questions about facts instead of a number. Any one of the three makes a risk 一级 by the rule of a
 * county-level method for grading posts (decisive influence, discretion without limit, an earlier
 * incident); the grade by consequence, which the wall publishes, is the floor.
 */
export const triggerQuestions = {
  alone: {
    question: '这项权力，一个人就能用成吗？',
    hint: '不经别人复核、会审或者系统校验，一个人就能办到底，就选“能”。',
    yes: '能',
    no: '不能',
    ground: '一个人就能用成',
  },
  unbounded: {
    question: '裁量有没有写明的标准和上下限？',
    hint: '标准没有写明，或者幅度宽到怎么定都说得过去，就选“没有”。',
    yes: '没有',
    no: '有',
    ground: '裁量没有写明的标准',
  },
  happened: {
    question: '这样的事，本处室、本单位或者同行出过吗？',
    hint: '受过处理的、被通报过的、审计点过的，都算出过。',
    yes: '出过',
    no: '没有',
    ground: '本单位或者同行出过这样的事',
  },
} as const;
export type Trigger = keyof typeof triggerQuestions;
export const triggers = Object.keys(triggerQuestions) as Trigger[];

export interface SuggestedGrade {
  readonly grade: Grade;
  /** One sentence that says where the grade comes from. */
  readonly reason: string;
}

/** The suggested grade and its reason; never below the published grade. */
export function suggestGrade(published: Grade, answers: Answer['triggers']): SuggestedGrade {
  const held = triggers.filter((trigger) => answers?.[trigger] === true);
  if (published === '一类') {
    return { grade: '一类', reason: '按后果已经是一类，不再往上调' };
  }
  if (held.length === 0) {
    const isComplete = triggers.every((trigger) => answers?.[trigger] !== undefined);
    return {
      grade: published,
      reason: isComplete
        ? '三个问题都没有触发，维持墙上的等级'
        : '三个问题还没有答完，暂按墙上的等级',
    };
  }
  const grounds = held.map((trigger) => triggerQuestions[trigger].ground).join('，');
  return { grade: '一类', reason: `${grounds}：有一项就建议按一类管` };
}

export type GradeStanding = '照墙上' | '上调' | '待审定';

/** The grade that goes onto the form. Lowering is only a proposal until the office has decided. */
export function formGrade(
  published: Grade,
  answer: Pick<Answer, 'grade'> | undefined,
): { readonly grade: Grade; readonly standing: GradeStanding } {
  const grade = answer?.grade ?? published;
  const rise = gradeEntries[published].rank - gradeEntries[grade].rank;
  return { grade, standing: rise > 0 ? '上调' : rise < 0 ? '待审定' : '照墙上' };
}
