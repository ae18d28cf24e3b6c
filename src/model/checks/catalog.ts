import { articleLabel, parseCitation } from '../law/citation.ts';
import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { wallCitations } from '../citation/wallCitations.ts';
import { reminder } from '../problem/fault.ts';

/** Everything that is cited, as `law` and `law#article`. */
function citedKeys({ walls, quizzes, bureau, mechanismDocuments }: ContentSet): Set<string> {
  const texts = [
    ...walls.flatMap(({ data }) => wallCitations(data).map(({ text }) => text)),
    ...bureau.data.sanctionRules.flatMap(({ basis }) => basis),
    ...mechanismDocuments.flatMap(({ data }) => data.basis),
    ...quizzes.flatMap(({ data }) => data.questions.flatMap(({ restsOn }) => restsOn)),
  ];
  return new Set(
    texts.flatMap((text) => {
      const citation = parseCitation(text);
      if (!citation) return [];
      const { lawId, article } = citation;
      return article === undefined ? [lawId] : [lawId, `${lawId}#${article}`];
    }),
  );
}

/** Laws and 要点 that nothing rests on. What is cited and has no 要点 is a fault, see citations.ts. */
export function checkCatalog(content: ContentSet): Problem[] {
  const cited = citedKeys(content);
  return content.laws.flatMap((law): Problem[] => {
    const { shortTitle, articles } = law.data;
    if (!cited.has(law.name)) {
      return [
        reminder(law, {
          kind: '法条没有引用',
          path: [],
          problem: `《${shortTitle}》没有哪面墙、哪道题引用`,
          remedy: '该引用的补上引用；用不着的，删掉这个文件',
        }),
      ];
    }
    return Object.keys(articles)
      .filter((article) => !cited.has(`${law.name}#${article}`))
      .map((article) =>
        reminder(law, {
          kind: '法条没有引用',
          path: ['articles', article],
          problem: `《${shortTitle}》${articleLabel(article)}写了要点，却没有引用`,
          remedy: '该引用的补上引用；用不着的，删掉这一条要点',
        }),
      );
  });
}
