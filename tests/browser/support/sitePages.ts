import { readdirSync } from 'node:fs';
import {
  commonDepartment,
  firstWall,
  fullestLaw,
  fullestPost,
  longestWall,
} from '../../fixtures/contentExamples.ts';
import { content } from './content.ts';

const all = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace(/index\.html$/, ''));

const lawShown = fullestLaw(content).path;

/** The page of a post that has many risks. */
export const postShown = `posts/${fullestPost(content).ref}/`;

/**
 * Addresses below the home page. One law page and one post page stand for all of theirs: they differ
 * only in their content.
 */
const isShown = (name: string) =>
  !/^(?:laws\/.+|posts\/.+\/.+)\/$/.test(name) || [lawShown, postShown].includes(name);
export const kinds = all.filter(isShown);

const oneOfEachShown = [
  `walls/${firstWall(content).slug}/`,
  `walls/${longestWall(content).slug}/`,
  'posts/leader/',
  postShown,
  `posts/${commonDepartment(content).id}/`,
];

/** Enough for what differs from page to page only in its words: two walls, a level, a department. */
export const oneOfEach = kinds.filter(
  (name) => !/^(?:walls|posts)\/.+/.test(name) || oneOfEachShown.includes(name),
);

/** Every wall is opened, looked at and printed in every kernel by walls.test.ts. */
export const wallPages = kinds.filter((name) => /^walls\/.+/.test(name));

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
