import type { ChecklistEntry, ChecklistRisk } from '../assessment/checklist.ts';
import { isMine, type MyPost } from '../post/myPost.ts';
import { composeLetter, type Letter, type LetterPromise, type NamedTemplate } from './letter.ts';
import type { CopyCount } from './letterWords.ts';
import { promisesThatFit } from './fitPromises.ts';
import { risksForLetter } from './riskPromises.ts';
import type { RosterPerson } from './roster.ts';

/** What holds for all letters of a batch unless the roster says otherwise. */
export interface BatchSettings {
  readonly unit: string;
  readonly period: string;
  /** Undefined: as many as each template says. */
  readonly copies: CopyCount | undefined;
}

interface Sources {
  readonly templates: readonly NamedTemplate[];
  readonly risks: readonly ChecklistRisk[];
  readonly contentVersion: string;
}

/** The post whose risks a letter answers; none where neither department nor wall is known. */
function postOf({ postLevel, department, walls }: RosterPerson): MyPost | undefined {
  if (department === '' && walls.length === 0) return undefined;
  return { levels: [postLevel], departments: department ? [department] : [], walls };
}

/** Ids of the walls whose risks the letters of these people may answer. */
export function wallsOfPeople(
  people: readonly RosterPerson[],
  risks: readonly ChecklistEntry[],
): readonly string[] {
  const posts = people.flatMap((person) => postOf(person) ?? []);
  const wanted = risks.filter(
    (risk) => risk.grade !== '三类' && posts.some((post) => isMine(post, risk)),
  );
  return [...new Set(wanted.map(({ wallId }) => wallId))];
}

/** Makes one letter after another; people at the same post share the choice of promises. */
export function letterMaker(
  { templates, risks, contentVersion }: Sources,
  settings: BatchSettings,
) {
  const chosen = new Map<string, readonly LetterPromise[]>();
  return (person: RosterPerson): Letter | undefined => {
    const template = templates.find(({ postLevel }) => postLevel === person.postLevel);
    if (!template) return undefined;
    const { name, department, post, supervisor, period, walls } = person;
    const fields = {
      unit: settings.unit,
      department,
      post,
      name,
      supervisor,
      salutation: '',
      period: period || settings.period,
      copies: person.copies ?? settings.copies ?? template.copies,
    };
    const key = [template.id, department, post.length, fields.period.length, ...walls].join('|');
    let promises = chosen.get(key);
    if (!promises) {
      const placed = postOf(person);
      const own = placed ? risksForLetter(risks, placed) : [];
      promises = promisesThatFit(template, fields, own, contentVersion);
      chosen.set(key, promises);
    }
    return composeLetter(template, fields, promises, contentVersion);
  };
}
