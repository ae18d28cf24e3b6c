import { kindNames, type KindName } from '../content/kinds.ts';
import { versionOf, type ContentVersions } from '../content/versions.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { DataName } from './dataFiles.ts';

/** What every data file carries at its top. */
export interface Stamp {
  /** Of what the file is made of; printed on paper and kept in records. */
  readonly contentVersion: string;
  /** Of the whole publication; a page that has another one is older or newer than the file. */
  readonly siteVersion: string;
}

const questions = ['quizzes', 'exam', 'walls', 'laws', 'bureau'] as const;

/**
 * What each data file tells of. Its version is printed so that the same paper can be had again: it
 * has to change with all that the paper shows, and with nothing else, or it would warn for nothing.
 */
const madeOf: Readonly<Record<DataName | 'walls', readonly KindName[]>> = {
  // Answers belong to risks: a record keeps the version of the walls on which they were given. The
  // bureau's words, which the file carries too, change nothing about them.
  checklist: ['walls'],
  'checklist/*': ['walls'],
  files: kindNames,
  finder: ['walls', 'synonyms'],
  'finder-*': ['walls', 'synonyms'],
  'finder-details-*': ['walls', 'synonyms'],
  'finder-relations': ['walls', 'synonyms'],
  letters: ['letters', 'pledges', 'posts', 'walls', 'bureau'],
  'pages-*': kindNames,
  posts: ['posts', 'bureau'],
  printed: kindNames,
  // Papers name the laws that an answer rests on, and the unit.
  quiz: questions,
  'quiz/*': questions,
  'quiz/*-key': questions,
  register: ['walls', 'laws', 'posts', 'bureau'],
  review: ['laws', 'posts', 'pledges', 'wording', 'bureau'],
  'workbook/*': ['walls'],
  walls: ['walls', 'laws'],
};

/**
 * Raised when a data file changes its shape: a page that is still open from before must not read
 * the new files, though not a word of the content has changed.
 */
const shapeVersion = 7;

/** The version of a publication: of all content, and of the shape in which it is published. */
export function siteVersion(versions: ContentVersions): string {
  return fingerprint(`${shapeVersion} ${versionOf(versions, kindNames)}`);
}

/** @param name of a data file as in dataFiles.ts, or `walls`, which programs read. */
export function stampOf(versions: ContentVersions, name: keyof typeof madeOf): Stamp {
  return {
    contentVersion: versionOf(versions, madeOf[name]),
    siteVersion: siteVersion(versions),
  };
}
