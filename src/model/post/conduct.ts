import { parseCitation } from '../law/citation.ts';
import { gradeEntries } from '../vocabulary.ts';
import type { PlacedRisk } from '../wall/wall.ts';

/** 不作为: what should be done is not. 乱作为: what may not be done is. */
export const conducts = ['不作为', '乱作为', '都适用'] as const;
export type Conduct = (typeof conducts)[number];

/**
 * The items of 《公职人员政务处分法》第三十九条 are of one kind each, though the article names both:
 * （一）滥用职权 （二）不履行或者不正确履行职责，玩忽职守 （四）弄虚作假 （五）泄露秘密.
 */
const itemsOf39: Readonly<Record<string, Conduct>> = {
  '39.1.1': '乱作为',
  '39.1.2': '不作为',
  '39.1.4': '乱作为',
  '39.1.5': '乱作为',
};

const isOmission = /不履职|不履行|玩忽|不作为|失职|拖延|拖着|不报|不公开|不查处|不受理|逾期不/;
const isAbuse =
  /滥用|徇私|贪污|受贿|行贿|索|挪用|私分|违规|违法|擅自|造假|虚假|弄虚作假|泄|收|骗|截留|侵占|串通/;

/** Which conduct a penalty is for, by its item or by what the article demands in our words. */
export function conductOf(citation: string, gist: string): Conduct {
  const [lawId, locator = ''] = citation.split('#');
  const known = lawId === 'zhengwu-chufen-fa' ? itemsOf39[locator] : undefined;
  if (known) return known;
  if (!isOmission.test(gist)) return '乱作为';
  return isAbuse.test(gist) ? '都适用' : '不作为';
}

/** A penalty with the risks that lead to it. */
export interface Consequence {
  readonly citation: string;
  readonly risks: readonly PlacedRisk[];
}

/**
 * What the acts of a post lead to, from the penalties of its own risks: by conduct, criminal law and
 * the gravest risks first.
 * @param gistOf what an article demands, in our words; empty where the data has none.
 */
export function consequences(
  risks: readonly PlacedRisk[],
  gistOf: (citation: string) => string,
): ReadonlyMap<Conduct, readonly Consequence[]> {
  const byCitation = new Map<string, PlacedRisk[]>();
  for (const placed of risks) {
    for (const citation of placed.risk.penalties) {
      byCitation.set(citation, [...(byCitation.get(citation) ?? []), placed]);
    }
  }
  const rankOf = ({ citation, risks: own }: Consequence) =>
    Math.min(...own.map(({ risk }) => gradeEntries[risk.grade].rank)) * 2 +
    (parseCitation(citation)?.lawId === 'xing-fa' ? 0 : 1);
  const all = [...byCitation].map(([citation, own]): Consequence => ({ citation, risks: own }));
  return new Map(
    conducts.map((conduct) => [
      conduct,
      all
        .filter(({ citation }) => conductOf(citation, gistOf(citation)) === conduct)
        .sort((a, b) => rankOf(a) - rankOf(b) || b.risks.length - a.risks.length),
    ]),
  );
}
