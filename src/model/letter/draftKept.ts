import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { draftShapes, firstFields, type LetterDraft } from './draft.ts';

/** Names of the elements: `template`, `posts`, `walls`, `level`, `promises`, `field.name` … (what was filled in). */
const fieldPart = 'field.';

function partsOf(data: unknown): Parts {
  if (!isObject(data)) return {};
  const { templateId, posts, walls, postLevel, promises, fields } = data;
  const all: Record<string, unknown> = {
    template: templateId,
    posts,
    walls,
    level: postLevel,
    promises,
  };
  if (isObject(fields)) {
    for (const [name, value] of Object.entries(fields))
      all[`${fieldPart}${name.slice(0, 40)}`] = value;
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function readPart(part: string, data: unknown) {
  if (part === 'template') return fits(draftShapes.templateId, data);
  if (part === 'posts') return fits(draftShapes.posts, data);
  if (part === 'walls') return fits(draftShapes.walls, data);
  if (part === 'level') return fits(draftShapes.postLevel, data);
  if (part === 'promises') return fits(draftShapes.promises, data);
  const shape = part.startsWith(fieldPart)
    ? draftShapes.fields[part.slice(fieldPart.length) as keyof typeof draftShapes.fields]
    : undefined;
  return shape && fits(shape, data);
}

function join(_: string, parts: Parts): LetterDraft {
  const fields = { ...firstFields };
  for (const [part, data] of Object.entries(parts)) {
    if (part.startsWith(fieldPart)) Object.assign(fields, { [part.slice(fieldPart.length)]: data });
  }
  const { template, posts, walls, level, promises } = parts as {
    readonly template?: string;
    readonly posts?: LetterDraft['posts'];
    readonly walls?: LetterDraft['walls'];
    readonly level?: LetterDraft['postLevel'];
    readonly promises?: LetterDraft['promises'];
  };
  return {
    templateId: template ?? '',
    ...(posts && { posts }),
    walls: walls ?? [],
    ...(level && { postLevel: level }),
    ...(promises && { promises }),
    fields,
  };
}

const names: Readonly<Record<string, string>> = {
  template: '选的是哪一种承诺书',
  posts: '选的岗位',
  walls: '选的防控墙',
  level: '岗位层级',
  promises: '改写过的几条',
};

/** The letter being written, field by field. */
export const draftKept = keptKind<LetterDraft>({
  name: 'letter-draft',
  schema: 1,
  migrations: {},
  partsOf,
  readPart,
  join,
  partName: (part) => names[part] ?? '填的一项',
});
