import { composeLetter, type Letter, type LetterPromise, type NamedTemplate } from './letter.ts';
import type { CopyCount } from './letterWords.ts';
import { countersignerOf, type Countersigners } from './countersigner.ts';
import { promisesThatFit } from './fitPromises.ts';
import { pledgesFor, type Pledge, type PledgedRisk } from './pledges.ts';
import type { RosterPerson } from './roster.ts';

/** What holds for all letters of a batch unless the roster says otherwise. */
export interface BatchSettings {
  readonly unit: string;
  readonly period: string;
  /** Undefined: as many as each template says. */
  readonly copies: CopyCount | undefined;
}

/** What a letter needs to know of a person. */
export type Promiser = Omit<
  RosterPerson,
  'id' | 'row' | 'place' | 'nearest' | 'nearestDepartments' | 'unknownDepartment' | 'levelBasis'
>;

interface Sources {
  readonly templates: readonly NamedTemplate[];
  readonly pledges: readonly Pledge[];
  readonly risks: readonly PledgedRisk[];
  readonly countersigners: Countersigners;
  readonly contentVersion: string;
}

/**
 * Makes one letter after another; people at the same post share the choice of pledges. Whoever's post
 * is not known promises what everybody promises, and no other person's duty.
 */
export function letterMaker(
  { templates, pledges, risks, countersigners, contentVersion }: Sources,
  settings: BatchSettings,
) {
  const byId = new Map(risks.map((risk) => [risk.id, risk]));
  const chosen = new Map<string, readonly LetterPromise[]>();
  return (person: Promiser): Letter | undefined => {
    const template = templates.find(({ postLevel }) => postLevel === person.postLevel);
    if (!template) return undefined;
    const { name, department, post, matched, supervisor, period, walls } = person;
    const standing = { level: person.postLevel, isPrincipal: matched?.isPrincipal ?? false };
    const fields = {
      unit: settings.unit,
      department,
      post,
      name,
      supervisor: supervisor || countersignerOf(countersigners, standing),
      salutation: '',
      period: period || settings.period,
      copies: person.copies ?? settings.copies ?? template.copies,
      ...(matched?.isExternal && { isOutside: true }),
    };
    const ref = matched?.ref ?? '';
    const key = [template.id, ref, department, post.length, fields.period.length, ...walls];
    let promises = chosen.get(key.join('|'));
    if (!promises) {
      const own = { pledges: pledgesFor(pledges, [ref], walls), risks: byId, walls };
      promises = promisesThatFit(template, fields, own, contentVersion);
      chosen.set(key.join('|'), promises);
    }
    return composeLetter(template, fields, promises, contentVersion);
  };
}
