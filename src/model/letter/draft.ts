import { wallIdPattern } from '../fields/ids.ts';
import { z } from '../kept/miniZod.ts';
import { postLevels } from '../vocabulary.ts';
import { copyCounts } from './letterWords.ts';

const short = z.string().check(z.maxLength(60));

/** What is being written, as it is kept in this browser. */
export const letterDraftSchema = z.object({
  templateId: short,
  fields: z.object({
    unit: short,
    department: short,
    post: short,
    name: short,
    period: short,
    supervisor: short,
    salutation: short,
    copies: z.literal([...copyCounts]),
  }),
  /** Walls whose risks count beside those of the department. */
  walls: z.array(z.string().check(z.regex(wallIdPattern))),
  /** Which level's risks are answered; undefined for letters of a group or a family. */
  postLevel: z.optional(z.enum(postLevels)),
  /** Absent while the promises are the ones that the site chooses. */
  promises: z.optional(
    z
      .array(
        z.object({
          id: short,
          lead: z.string().check(z.maxLength(40)),
          text: z.string().check(z.maxLength(400)),
          isEdited: z.boolean(),
        }),
      )
      .check(z.maxLength(30)),
  ),
});

export type LetterDraft = z.infer<typeof letterDraftSchema>;

/** Reads a draft of any origin. @returns undefined when it cannot be used. */
export function readDraft(data: unknown): LetterDraft | undefined {
  const result = letterDraftSchema.safeParse(data);
  return result.success ? result.data : undefined;
}
