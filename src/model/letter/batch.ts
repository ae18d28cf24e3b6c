import type { ChecklistRisk } from '../assessment/checklist.ts';
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
      const isPlaced = department !== '' || walls.length > 0;
      const own = isPlaced
        ? risksForLetter(risks, {
            levels: [person.postLevel],
            departments: department ? [department] : [],
            walls,
          })
        : [];
      promises = promisesThatFit(template, fields, own, contentVersion);
      chosen.set(key, promises);
    }
    return composeLetter(template, fields, promises, contentVersion);
  };
}
