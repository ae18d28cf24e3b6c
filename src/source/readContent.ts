import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { bureauSchema, type Bureau } from '../model/post/bureauSchema.ts';
import { slugPattern } from '../model/fields/ids.ts';
import { checkContent } from '../model/checks/checkContent.ts';
import { lawSchema, type LawSource } from '../model/law/lawSchema.ts';
import { synonymSchema, type Synonyms } from '../model/content/synonymSchema.ts';
import { letterSchema, type LetterTemplate } from '../model/letter/letterSchema.ts';
import { catalogSchema } from '../model/mechanism/catalogSchema.ts';
import { documentSchema, type MechanismDocument } from '../model/mechanism/documentSchema.ts';
import { resultsSchema } from '../model/results/resultsSchema.ts';
import { supervisionSchema } from '../model/supervision/supervisionSchema.ts';
import { technologySchema } from '../model/technology/technologySchema.ts';
import { examSchema } from '../model/quiz/examSchema.ts';
import { quizSchema, type QuizSource } from '../model/quiz/quizSchema.ts';
import type { Problem } from '../model/problem/problem.ts';
import type { ContentSet } from '../model/content/contentSet.ts';
import type { Sourced } from '../model/content/sourced.ts';
import { wallSchema, type WallSource } from '../model/wall/wallSchema.ts';
import { readMdxFile, readYamlFile, type ContentFile } from './contentFile.ts';

export interface ReadContent {
  /** Present when the bureau's settings could be read; walls and laws that could not are left out. */
  readonly content?: ContentSet;
  readonly problems: readonly Problem[];
  /** Ids of all walls, drafts included: an id once given is never given again. */
  readonly allWallIds: readonly string[];
}

interface Listing {
  readonly folder: string;
  readonly ending: string;
}

function readFolder<T>(
  root: string,
  { folder, ending }: Listing,
  readFile: (path: string, place: { file: string; name: string }) => ContentFile<T>,
): ContentFile<T>[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((entry) => !entry.startsWith('.'))
    .sort()
    .map((entry) => {
      const name = entry.slice(0, -ending.length);
      const file = `content/${folder}/${entry}`;
      if (entry.endsWith(ending) && slugPattern.test(name)) {
        return readFile(join(path, entry), { file, name });
      }
      const problem: Problem = {
        severity: 'error',
        file,
        path: [],
        problem: '文件名不合规矩',
        remedy: `用小写字母、数字和短横，以 ${ending} 结尾，例如 land-registration${ending}`,
      };
      return { file, name, problems: [problem], lineOf: () => 1 };
    });
}

function sourced<T>(files: readonly ContentFile<T>[]): Sourced<T>[] {
  return files.flatMap(({ file, name, data }) =>
    data === undefined ? [] : [{ file, name, data }],
  );
}

/** A file of settings that a site may do without. */
function readOptional<S extends z.ZodType>(
  root: string,
  name: string,
  schema: S,
): ContentFile<z.output<S>> | undefined {
  const path = join(root, `${name}.yaml`);
  return existsSync(path)
    ? readYamlFile(path, { file: `content/${name}.yaml`, name }, schema)
    : undefined;
}

/** Drafts are checked for shape by the editor but take no part in the site. */
function published(walls: readonly Sourced<WallSource>[]): Sourced<WallSource>[] {
  return walls
    .filter(({ data }) => !data.isDraft)
    .sort((a, b) => a.data.order - b.data.order || a.name.localeCompare(b.name));
}

function isDraftWall(file: ContentFile<WallSource>): boolean {
  return file.data?.isDraft === true;
}

/**
 * Reads and checks the whole content folder.
 * @param root the folder that holds `bureau.yaml`, `walls/` and `laws/`.
 * @param today YYYY-MM-DD, for overdue reviews.
 */
export function readContent(root: string, today: string): ReadContent {
  const walls = readFolder<WallSource>(root, { folder: 'walls', ending: '.mdx' }, (path, place) =>
    readMdxFile(path, place, wallSchema),
  );
  const laws = readFolder<LawSource>(root, { folder: 'laws', ending: '.yaml' }, (path, place) =>
    readYamlFile(path, place, lawSchema),
  );
  const quizzes = readFolder<QuizSource>(
    root,
    { folder: 'quizzes', ending: '.yaml' },
    (path, place) => readYamlFile(path, place, quizSchema),
  );
  const letters = readFolder<LetterTemplate>(
    root,
    { folder: 'letters', ending: '.yaml' },
    (path, place) => readYamlFile(path, place, letterSchema),
  );
  const documents = readFolder<MechanismDocument>(
    root,
    { folder: 'mechanisms', ending: '.yaml' },
    (path, place) => readYamlFile(path, place, documentSchema),
  );
  const exam = readOptional(root, 'exam', examSchema);
  const catalog = readOptional(root, 'mechanisms', catalogSchema);
  const supervision = readOptional(root, 'supervision', supervisionSchema);
  const technology = readOptional(root, 'technology', technologySchema);
  const results = readOptional(root, 'results', resultsSchema);
  const bureauFile = 'content/bureau.yaml';
  const bureau: ContentFile<Bureau> = readYamlFile(
    join(root, 'bureau.yaml'),
    { file: bureauFile, name: 'bureau' },
    bureauSchema,
  );
  const synonyms: ContentFile<Synonyms> = readYamlFile(
    join(root, 'synonyms.yaml'),
    { file: 'content/synonyms.yaml', name: 'synonyms' },
    synonymSchema,
  );
  const optional = [exam, catalog, supervision, technology, results];
  const settings = [bureau, synonyms, ...optional.flatMap((file) => file ?? [])];
  const files = [
    ...settings,
    ...laws,
    ...quizzes,
    ...letters,
    ...documents,
    ...walls.filter((wall) => !isDraftWall(wall)),
  ];
  const allWallIds = walls.flatMap(({ data }) => data?.id ?? []);
  const shapeProblems = files.flatMap(({ problems }) => problems);
  if (bureau.data === undefined || synonyms.data === undefined) {
    return { problems: shapeProblems, allWallIds };
  }

  const content: ContentSet = {
    bureau: { file: bureauFile, name: 'bureau', data: bureau.data },
    synonyms: { file: synonyms.file, name: synonyms.name, data: synonyms.data },
    walls: published(sourced(walls)),
    laws: sourced(laws),
    quizzes: sourced(quizzes),
    letters: sourced(letters),
    mechanismDocuments: sourced(documents),
    mechanismCatalog: catalog && sourced([catalog])[0],
    supervision: supervision && sourced([supervision])[0],
    technology: technology && sourced([technology])[0],
    results: results && sourced([results])[0],
    exam: exam && sourced([exam])[0],
  };
  const lines = new Map(files.map(({ file, lineOf }) => [file, lineOf]));
  const crossProblems = checkContent(content, today).map((problem) => ({
    ...problem,
    line: lines.get(problem.file)?.(problem.path),
  }));
  return { content, problems: [...shapeProblems, ...crossProblems], allWallIds };
}
