import { useHash } from '../../../browser/useHash.ts';
import {
  readSelection,
  selectionText,
  type Selection,
} from '../../../model/rollup/picture/selection.ts';

/** The parts of 情况, each with an address: `#picture/walls`. */
export const sections = [
  'departments',
  'categories',
  'walls',
  'measures',
  'grades',
  'risks',
  'additions',
  'quiz',
] as const;
export type Section = (typeof sections)[number];

export const sectionNames: Readonly<Record<Section, string>> = {
  departments: '处室和等级',
  categories: '墙和类别',
  walls: '各墙落实情况',
  measures: '整改措施',
  grades: '等级建议',
  risks: '未落实和不适用',
  additions: '自行补充',
  quiz: '测验',
};

interface PictureRoute {
  readonly section: Section;
  /** As it stands in the address; empty without one. */
  readonly text: string;
  /** The list that is open. */
  readonly selection: Selection | undefined;
}

function readPicture(hash: string): PictureRoute {
  const [, name, text = ''] = hash.split('/');
  const section = sections.find((one) => one === name) ?? 'departments';
  return { section, text, selection: text === '' ? undefined : readSelection(text) };
}

export const usePictureRoute = (): PictureRoute => useHash(readPicture);

/** Without `#`. */
export const sectionHash = (section: Section): string => `picture/${section}`;
export const listHash = (section: Section, selection: Selection): string =>
  `${sectionHash(section)}/${selectionText(selection)}`;
