import { gradeEntries, type Grade } from '../../model/vocabulary.ts';

/** ▲一类: the sign and the word say it, the colour only helps. */
export function GradeMark({ grade }: { readonly grade: Grade }) {
  const { mark, rank } = gradeEntries[grade];
  return (
    <span class={`grade is-grade-${rank}`}>
      <span aria-hidden="true">{mark}</span>
      {grade}
    </span>
  );
}
