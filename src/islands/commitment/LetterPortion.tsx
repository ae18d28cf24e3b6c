import { Component } from 'preact';
import type { Letter } from '../../model/letter/letter.ts';
import { LetterSheets } from './LetterSheets.tsx';

interface Props {
  readonly letters: readonly Letter[];
  readonly isDoubleSided: boolean;
  readonly reportLine: string;
}

/** Some letters of a batch. What is drawn once is not gone through again while the next are made. */
export class LetterPortion extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.letters !== this.props.letters || next.isDoubleSided !== this.props.isDoubleSided;
  }

  override render({ letters, isDoubleSided, reportLine }: Props) {
    return letters.map((letter, i) => (
      <LetterSheets
        key={i}
        letter={letter}
        reportLine={reportLine}
        startsOnNewSheet={isDoubleSided}
      />
    ));
  }
}
