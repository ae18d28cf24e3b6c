import { articleLabel, parseCitation } from '../law/citation.ts';
import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { wallCitations, type PlacedCitation } from '../citation/wallCitations.ts';
import { fault } from '../problem/fault.ts';

/**
 * One citation: its law and article must stand in the catalog, the article with its 要点.
 * @param path where in the file the citation stands.
 */
export function checkCitation(
  { laws }: Pick<ContentSet, 'laws'>,
  file: Sourced<unknown>,
  text: string,
  path: PlacedCitation['path'],
): Problem[] {
  const citation = parseCitation(text);
  if (!citation) return [];
  const { lawId, article } = citation;
  const law = laws.find(({ name }) => name === lawId)?.data;
  if (!law) {
    return [
      fault(file, {
        path,
        problem: `引用了目录里没有的法律“${lawId}”`,
        remedy: `检查编号；确实要引用的，新建 content/laws/${lawId}.yaml`,
      }),
    ];
  }
  if (article === undefined || law.articles[article] !== undefined) return [];
  return [
    law.isVerified
      ? fault(file, {
          path,
          problem: `《${law.shortTitle}》的目录里没有${articleLabel(article)}`,
          remedy: `检查条号；确实要引用的，在 content/laws/${lawId}.yaml 的 articles 里补上这一条的要点`,
        })
      : fault(file, {
          path,
          problem: `《${law.shortTitle}》没有收全文，不能引到${articleLabel(article)}`,
          remedy: `只写“${lawId}”，页面会标“未核条文”`,
        }),
  ];
}

/** Words that a law does not use stand in none of its 要点: 刑法 speaks of 国家工作人员, not of 公职人员. */
function checkForeignWords({ laws }: ContentSet): Problem[] {
  return laws.flatMap((law) =>
    Object.entries(law.data.articles).flatMap(([article, text]) =>
      law.data.foreignWords
        .filter((word) => text.includes(word))
        .map((word) =>
          fault(law, {
            path: ['articles', article],
            problem: `《${law.data.shortTitle}》没有“${word}”这个说法，${articleLabel(article)}的要点里有`,
            remedy: '照条文写主体，例如“国家工作人员”“国家机关工作人员”',
          }),
        ),
    ),
  );
}

/** Every citation of every wall and of the rules by kind of staff. */
export function checkCitations(content: ContentSet): Problem[] {
  return [
    ...content.walls.flatMap((wall) =>
      wallCitations(wall.data).flatMap(({ text, path }) =>
        checkCitation(content, wall, text, path),
      ),
    ),
    ...content.bureau.data.sanctionRules.flatMap(({ basis }, i) =>
      basis.flatMap((text, j) =>
        checkCitation(content, content.bureau, text, ['sanctionRules', i, 'basis', j]),
      ),
    ),
    ...checkForeignWords(content),
  ];
}
