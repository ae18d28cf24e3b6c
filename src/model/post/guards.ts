import type { Bureau, Department } from './bureauSchema.ts';

/**
 * Finds the department that a guard belongs to: `财务处复核人` is of 财务处, `市财政局` of none here.
 * The longest name wins, so that 市局会审组 is not taken for a shorter one.
 */
export function guardDepartments({
  departments,
}: Pick<Bureau, 'departments'>): (by: string) => Department | undefined {
  const longestFirst = [...departments].sort((a, b) => b.name.length - a.name.length);
  return (by) => longestFirst.find(({ name }) => by.includes(name));
}
