import type { Sourced } from './sourced.ts';
import type { Bureau } from '../post/bureauSchema.ts';
import type { LawSource } from '../law/lawSchema.ts';
import type { LetterTemplate } from '../letter/letterSchema.ts';
import type { MechanismCatalog } from '../mechanism/catalogSchema.ts';
import type { MechanismDocument } from '../mechanism/documentSchema.ts';
import type { ExamRules } from '../quiz/examSchema.ts';
import type { QuizSource } from '../quiz/quizSchema.ts';
import type { Results } from '../results/resultsSchema.ts';
import type { Supervision } from '../supervision/supervisionSchema.ts';
import type { Synonyms } from './synonymSchema.ts';
import type { Technology } from '../technology/technologySchema.ts';
import type { WallSource } from '../wall/wallSchema.ts';

/** Everything that the checks need to see at once. */
export interface ContentSet {
  readonly bureau: Sourced<Bureau>;
  readonly synonyms: Sourced<Synonyms>;
  readonly walls: readonly Sourced<WallSource>[];
  readonly laws: readonly Sourced<LawSource>[];
  readonly quizzes: readonly Sourced<QuizSource>[];
  readonly letters: readonly Sourced<LetterTemplate>[];
  readonly mechanismDocuments: readonly Sourced<MechanismDocument>[];
  /** The four pages below are left out of a site whose content does not have them. */
  readonly mechanismCatalog?: Sourced<MechanismCatalog> | undefined;
  readonly supervision?: Sourced<Supervision> | undefined;
  readonly technology?: Sourced<Technology> | undefined;
  readonly results?: Sourced<Results> | undefined;
  /** Absent where no exams are held. */
  readonly exam?: Sourced<ExamRules> | undefined;
}
