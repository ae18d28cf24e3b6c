import type { Bureau } from '../post/bureauSchema.ts';
import type { PostLevel } from '../vocabulary.ts';

export type Countersigners = Bureau['countersigners'];

/**
 * Who signs against a personal letter, the one rule for all letters: 普通 → 处室负责人, 中层 → 分管领导,
 * 领导 → 主要负责人, and for the 主要负责人 the superior body, whose name is left to the pen.
 * @returns empty where a line is left to write on.
 */
export function countersignerOf(
  countersigners: Countersigners,
  { level, isPrincipal }: { readonly level: PostLevel; readonly isPrincipal: boolean },
): string {
  return countersigners[isPrincipal ? '主要负责人' : level];
}
