import { getCollection } from 'astro:content';
import type { Bureau } from '../model/post/bureauSchema.ts';
import type { NamedWall } from '../model/wall/wall.ts';
import type { NamedTemplate } from '../model/letter/letter.ts';
import type { LawSource } from '../model/law/lawSchema.ts';
import type { ExamRules } from '../model/quiz/examSchema.ts';
import type { QuizSource } from '../model/quiz/quizSchema.ts';
import type { MechanismCatalog } from '../model/mechanism/catalogSchema.ts';
import type { MechanismDocument } from '../model/mechanism/documentSchema.ts';
import type { Results } from '../model/results/resultsSchema.ts';
import type { Supervision } from '../model/supervision/supervisionSchema.ts';
import type { Synonyms } from '../model/content/synonymSchema.ts';
import type { Technology } from '../model/technology/technologySchema.ts';

export interface SiteContent {
  readonly bureau: Bureau;
  /** In the order of the site. */
  readonly walls: readonly NamedWall[];
  readonly laws: ReadonlyMap<string, LawSource>;
  readonly synonyms: Synonyms;
  readonly letters: readonly NamedTemplate[];
  /** In the order of the walls, the general one last. */
  readonly quizzes: readonly QuizSource[];
  /** Absent where no exams are held. */
  readonly exam: ExamRules | undefined;
  readonly mechanismDocuments: readonly MechanismDocument[];
  /** These four are absent where the content folder does not have their files. */
  readonly mechanismCatalog: MechanismCatalog | undefined;
  readonly supervision: Supervision | undefined;
  readonly technology: Technology | undefined;
  readonly results: Results | undefined;
}

async function load(): Promise<SiteContent> {
  const [bureau] = await getCollection('bureau');
  const [synonyms] = await getCollection('synonyms');
  if (!bureau || !synonyms) throw new Error('缺少 bureau.yaml 或 synonyms.yaml');
  const walls = (await getCollection('walls')).map(({ id, data }) => ({ slug: id, wall: data }));
  const letters = (await getCollection('letters')).map(({ id, data }) => ({ id, ...data }));
  const laws = await getCollection('laws');
  const quizzes = (await getCollection('quizzes')).map(({ data }) => data);
  const [exam] = await getCollection('exam');
  const [mechanismCatalog] = await getCollection('mechanismCatalog');
  const [supervision] = await getCollection('supervision');
  const [technology] = await getCollection('technology');
  const [results] = await getCollection('results');
  return {
    bureau: bureau.data,
    walls: walls.sort((a, b) => a.wall.order - b.wall.order || a.slug.localeCompare(b.slug)),
    synonyms: synonyms.data,
    letters: letters.sort((a, b) => a.order - b.order),
    quizzes: quizzes.sort((a, b) => (a.wall ?? '~').localeCompare(b.wall ?? '~')),
    exam: exam?.data,
    mechanismDocuments: (await getCollection('mechanismDocuments')).map(({ data }) => data),
    mechanismCatalog: mechanismCatalog?.data,
    supervision: supervision?.data,
    technology: technology?.data,
    results: results?.data,
    laws: new Map(laws.map(({ id, data }) => [id, data])),
  };
}

let loaded: Promise<SiteContent> | undefined;

/** The content as pages use it; read once for the whole build. */
export function siteContent(): Promise<SiteContent> {
  // In development the content changes under our feet, so it is read for every page.
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
