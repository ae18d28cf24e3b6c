import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { articleLabel, locatorLabel, parseCitation, type Citation } from '../law/citation.ts';
import type { LawSource } from '../law/lawSchema.ts';
import { postFinder } from '../post/catalogue.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';
import { catalogueOf } from './catalogue.ts';

/**
 * What 三类 may cite: 作风 is not yet a breach of the laws that sanction public servants. A law that
 * tells how a lesser fault is dealt with (批评教育、责令改正) is named in its own file by being penal
 * and not one of these.
 */
const notForMinor = ['xing-fa', 'zhengwu-chufen-fa'];

type Path = readonly (string | number)[];

interface Place {
  readonly wall: Sourced<WallSource>;
  readonly risk: Risk;
  readonly path: Path;
}

function checkPenal({ wall, risk, path }: Place, citation: Citation, law: LawSource): Problem[] {
  const { article, lawId } = citation;
  if (article === undefined || law.penal.includes(article)) return [];
  return [
    fault(wall, {
      path,
      problem: `${risk.id} 的惩处依据《${law.shortTitle}》${articleLabel(article)}没有罚则`,
      remedy: `改引写着处分、处罚或者刑罚的条；这一条确有罚则的，在 content/laws/${lawId}.yaml 的 penal 里加上 "${article}"`,
    }),
  ];
}

function checkItem({ wall, risk, path }: Place, citation: Citation, law: LawSource): Problem[] {
  const { article, paragraph, item } = citation;
  const counts = article === undefined ? undefined : law.items[article];
  if (article === undefined || counts === undefined) return [];
  const name = `${risk.id} 的惩处依据《${law.shortTitle}》${articleLabel(article)}`;
  if (paragraph !== undefined && paragraph > counts.length) {
    return [
      fault(wall, {
        path,
        problem: `${name}只有 ${counts.length} 款，引的是第 ${paragraph} 款`,
        remedy: '改成条文里有的款',
      }),
    ];
  }
  const count = paragraph === undefined ? Math.max(...counts) : (counts[paragraph - 1] ?? 0);
  if (count === 0 || (item !== undefined && item <= count)) return [];
  return [
    fault(wall, {
      path,
      problem:
        item === undefined
          ? `${name}分项，没有写是哪一项`
          : `${name}这一款只有 ${count} 项，引的是第 ${item} 项`,
      remedy: `写到款和项，例如 ${citation.lawId}#${article}.${paragraph ?? counts.findIndex((n) => n > 0) + 1}.1，选合这种行为的那一项`,
    }),
  ];
}

/** An article that sanctions only from a degree on (情节较重) is cited for an act of that degree. */
function checkThreshold(
  { wall, risk, path }: Place,
  citation: Citation,
  law: LawSource,
): Problem[] {
  const { article, paragraph } = citation;
  if (article === undefined) return [];
  const word = law.thresholds[article] ?? law.thresholds[`${article}.${paragraph ?? 1}`];
  // What may be a crime is past every degree below it.
  if (word === undefined || risk.grade === '一类' || risk.gradeReason.includes(word)) return [];
  return [
    fault(wall, {
      path,
      problem: `${risk.id} 引了《${law.shortTitle}》${locatorLabel(citation)}，那里是“${word}”才处分，定级理由没有写`,
      remedy: `在定级理由里写明为什么算“${word}”，够不上的改引别的规定`,
    }),
  ];
}

/** Every penalty sanctions, names its item, and reaches the people of its risk. */
export function checkPenalties(content: ContentSet): Problem[] {
  const { walls, laws } = content;
  const lawOf = new Map(laws.map(({ name, data }) => [name, data]));
  const find = postFinder(catalogueOf(content));
  const checkSubject = ({ wall, risk, path }: Place, law: LawSource): Problem[] => {
    const staff = [...new Set(find(risk).map((post) => post.staff))];
    if (!law.appliesTo || staff.length === 0) return [];
    if (staff.some((kind) => law.appliesTo?.includes(kind))) return [];
    return [
      fault(wall, {
        path,
        problem: `${risk.id} 的岗位是${staff.join('、')}，《${law.shortTitle}》只适用于${law.appliesTo.join('、')}`,
        remedy: '改引适用于这类人员的规定；岗位的人员类别写错的，改 content/posts/ 里的 staff',
      }),
    ];
  };
  /** A citation that reaches these people only together with another. */
  const checkAlongside = ({ wall, risk, path }: Place): Problem[] => {
    const staff = new Set(find(risk).map((post) => post.staff));
    return (content.wording?.data.alongside ?? []).flatMap((rule) => {
      const isAbout =
        !rule.staff || (staff.size > 0 && [...staff].every((kind) => rule.staff?.includes(kind)));
      const cited = rule.cites.map((group) => group.find((text) => risk.penalties.includes(text)));
      const isWhole = cited.every((text) => text !== undefined);
      const hasIt = risk.penalties.some((text) => rule.with.includes(text));
      if (!isAbout || !isWhole || hasIt) return [];
      return fault(wall, {
        path,
        problem: `${risk.id} 只引 ${cited.join('、')} 不够：${rule.because}`,
        remedy: `补上 ${rule.with.join(' 或者 ')}`,
      });
    });
  };
  return walls.flatMap((wall) =>
    wall.data.steps.flatMap(({ risks }, i) =>
      risks.flatMap((risk, j) => [
        ...checkAlongside({ wall, risk, path: ['steps', i, 'risks', j, 'penalties'] }),
        ...risk.penalties.flatMap((text, k): Problem[] => {
          const citation = parseCitation(text);
          const law = citation && lawOf.get(citation.lawId);
          if (!law) return [];
          const place = { wall, risk, path: ['steps', i, 'risks', j, 'penalties', k] };
          const isTooGrave = risk.grade === '三类' && notForMinor.includes(citation.lawId);
          return [
            ...checkPenal(place, citation, law),
            ...checkItem(place, citation, law),
            ...checkSubject(place, law),
            ...checkThreshold(place, citation, law),
            ...(isTooGrave
              ? [
                  fault(wall, {
                    path: place.path,
                    problem: `${risk.id} 定为三类，惩处依据却是《${law.shortTitle}》`,
                    remedy: '写成违法的就不是三类：升为二类，或者改引批评教育、责令改正的规定',
                  }),
                ]
              : []),
          ];
        }),
      ]),
    ),
  );
}
