import { riskIdPattern } from '../fields/ids.ts';
import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { z } from '../kept/miniZod.ts';
import { citedId } from '../wall/wall.ts';
import {
  additionShape,
  answerShape,
  contentVersionShape,
  createRecord,
  headShape,
  isSoundAnswer,
  type Addition,
  type Answer,
  type AssessmentRecord,
  type RecordHead,
} from './record.ts';
import { everyPost } from '../post/myPost.ts';

/** Names of the elements: `head`, `content`, `known`, `a.w01-r07` (an answer), `own.a-x1` (an own find). */
const answerPart = 'a.';
const additionPart = 'own.';

const knownShape = z.array(z.string().check(z.regex(riskIdPattern)));

function partsOf(data: unknown): Parts {
  if (!isObject(data)) return {};
  const { head, contentVersion, known, answers, additions } = data;
  const parts: Record<string, unknown> = {};
  if (head !== undefined) parts['head'] = head;
  if (contentVersion !== undefined) parts['content'] = contentVersion;
  if (known !== undefined) parts['known'] = known;
  if (isObject(answers)) {
    for (const [id, answer] of Object.entries(answers)) {
      // An element's name is part of its key; what cannot be a name cannot be an answer either.
      if (answer !== undefined) parts[`${answerPart}${id.slice(0, 40)}`] = answer;
    }
  }
  if (Array.isArray(additions)) {
    additions.forEach((addition: unknown, i) => {
      const id = isObject(addition) && typeof addition['id'] === 'string' ? addition['id'] : i;
      parts[`${additionPart}${String(id).slice(0, 40)}`] = addition;
    });
  }
  return parts;
}

function readPart(part: string, data: unknown) {
  if (part === 'head') return fits(headShape, data);
  if (part === 'content') return fits(contentVersionShape, data);
  if (part === 'known') return fits(knownShape, data);
  if (part.startsWith(answerPart)) {
    if (!riskIdPattern.test(part.slice(answerPart.length))) return undefined;
    return isSoundAnswer(data) ? { data } : fits(answerShape, data);
  }
  if (part.startsWith(additionPart)) {
    const read = fits(additionShape, data);
    return read && (data as Addition).id === part.slice(additionPart.length) ? read : undefined;
  }
  return undefined;
}

/** A head as it was kept, by whatever version: without a catalogue nobody had chosen posts of it. */
function headOf(part: unknown): RecordHead | undefined {
  const head = part as RecordHead | undefined;
  return head && { ...head, scope: { ...head.scope, posts: head.scope.posts ?? [] } };
}

function join(id: string, parts: Parts): AssessmentRecord {
  const record = createRecord(id, '', everyPost, '', 0);
  const answers: Record<string, Answer> = {};
  const additions: Addition[] = [];
  for (const [part, data] of Object.entries(parts)) {
    if (part.startsWith(answerPart)) answers[part.slice(answerPart.length)] = data as Answer;
    else if (part.startsWith(additionPart)) additions.push(data as Addition);
  }
  return {
    ...record,
    contentVersion: (parts['content'] as string | undefined) ?? record.contentVersion,
    head: headOf(parts['head']) ?? record.head,
    known: (parts['known'] as string[] | undefined) ?? [],
    answers,
    additions: additions.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const fixedNames: Readonly<Record<string, string>> = {
  head: '表头（姓名、处室、岗位、期间）',
  content: '内容版本',
  known: '看过哪些风险点',
};

/** A self-assessment, element by element. */
export const assessmentKept = keptKind<AssessmentRecord>({
  name: 'assessment',
  schema: 1,
  migrations: {},
  partsOf,
  readPart,
  join,
  partName: (part) =>
    fixedNames[part] ??
    (part.startsWith(answerPart)
      ? `${citedId(part.slice(answerPart.length))} 的作答`
      : '一个自行补充的风险点'),
  // Two tabs may each have shown other risks.
  joinPart: (part, stored, mine) =>
    part === 'known' ? [...new Set([...(stored as string[]), ...(mine as string[])])].sort() : mine,
  timeOf: (data) => (isObject(data) && typeof data['at'] === 'number' ? data['at'] : undefined),
});
