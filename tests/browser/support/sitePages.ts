import { readdirSync } from 'node:fs';
import {
  commonDepartment,
  firstWall,
  fullestLaw,
  fullestPost,
  longestWall,
} from '../../fixtures/contentExamples.ts';
import { postLevelEntries, postLevels } from '../../../src/model/vocabulary.ts';
import { content } from './content.ts';

const all = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace(/index\.html$/, ''));

/** The page of a post that has many risks. */
const postShown = `posts/${fullestPost(content).ref}/`;
const departmentShown = `posts/${commonDepartment(content).id}/`;
const levelsShown = postLevels.map((level) => `posts/${postLevelEntries[level].code}/`);
/** The slides of a wall are those of any other, with other words. */
const presentationShown = `walls/${longestWall(content).slug}/present/`;
const shown = [fullestLaw(content).path, postShown, departmentShown, ...levelsShown];

/**
 * Addresses below the home page. One law page, one department and one post stand for all of theirs: they
 * differ only in their content, which the tests of the built site compare with the register.
 */
export const kinds = all.filter(
  (name) =>
    (!/^(?:laws|posts)\/.+\/$/.test(name) || name === 'posts/catalogue/' || shown.includes(name)) &&
    (!name.endsWith('/present/') || name === presentationShown),
);

const oneOfEachShown = [
  `walls/${firstWall(content).slug}/`,
  `walls/${longestWall(content).slug}/`,
  'posts/leader/',
  departmentShown,
];

/** Enough for what differs from page to page only in its words: two walls, a level, a department. */
export const oneOfEach = kinds.filter(
  (name) => !/^(?:walls|posts)\/.+/.test(name) || oneOfEachShown.includes(name),
);

/** Every wall is opened, looked at and printed in every kernel by walls.test.ts. */
export const wallPages = kinds.filter((name) => /^walls\/[^/]+\/$/.test(name));

/** Opened and looked at in every kernel by mechanisms.test.ts. */
export const mechanismPages = [
  'mechanisms/',
  'supervision/',
  'supervision/before/',
  'supervision/during/',
  'supervision/after/',
  'technology/',
  'results/',
];
