import { postRefPattern, wallIdPattern } from '../fields/ids.ts';
import { z } from '../kept/miniZod.ts';
import { postLevels, type PostLevel } from '../vocabulary.ts';
import type { LetterFields, LetterPromise } from './letter.ts';
import { copyCounts } from './letterWords.ts';

const short = z.string().check(z.maxLength(60));

/** The shapes of the parts of a draft; each is kept and read by itself. */
export const draftShapes = {
  templateId: short,
  fields: {
    unit: short,
    department: short,
    post: short,
    name: short,
    period: short,
    supervisor: short,
    salutation: short,
    copies: z.literal([...copyCounts]),
  },
  walls: z.array(z.string().check(z.regex(wallIdPattern))),
  posts: z.array(z.string().check(z.regex(postRefPattern))),
  postLevel: z.enum(postLevels),
  promises: z
    .array(
      z.object({
        id: short,
        lead: z.string().check(z.maxLength(40)),
        text: z.string().check(z.maxLength(400)),
        isEdited: z.boolean(),
      }),
    )
    .check(z.maxLength(30)),
};

/** What is being written, as it is kept in this browser. */
export interface LetterDraft {
  readonly templateId: string;
  readonly fields: LetterFields;
  /** Posts of the catalogue whose pledges are made, by ref; drafts from before there was one have none. */
  readonly posts?: readonly string[];
  /** Walls that a leader is in charge of; empty means all. */
  readonly walls: readonly string[];
  /** Which level's risks are answered; undefined for letters of a group or a family. */
  readonly postLevel?: PostLevel;
  /** Absent while the promises are the ones that the site chooses. */
  readonly promises?: readonly LetterPromise[];
}

/** Before anything was filled in. */
export const firstFields: LetterFields = {
  unit: '',
  department: '',
  post: '',
  name: '',
  period: '',
  supervisor: '',
  salutation: '',
  copies: 2,
};
