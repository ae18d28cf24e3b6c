import { locatorLabel, parseCitation } from '../model/law/citation.ts';
import { articleAnchor } from '../model/citation/citationIndex.ts';
import type { Reading } from '../model/quiz/bank.ts';
import { citedPage } from '../model/site/pages.ts';
import { citedId, placedRisks, riskAnchor, stepAnchor } from '../model/wall/wall.ts';
import type { SiteContent } from './siteContent.ts';

/** Everything on the walls that a question can rest on, by id. */
function wallReadings({ walls }: SiteContent): Map<string, Reading> {
  return new Map(
    walls.flatMap(({ slug, wall }) => [
      ...wall.steps.map((step, i): [string, Reading] => [
        step.id,
        {
          text: `${wall.powerItem}，第 ${i + 1} 步“${step.name}”`,
          path: `walls/${slug}/#${stepAnchor(step.id)}`,
        },
      ]),
      ...placedRisks(wall).map(({ risk }): [string, Reading] => [
        risk.id,
        {
          text: `${citedId(risk.id)} ${risk.title}`,
          path: `walls/${slug}/#${riskAnchor(risk.id)}`,
        },
      ]),
    ]),
  );
}

/** What an entry of `restsOn` is called and where it stands: a risk, a step, an article, a page. */
export function quizReadings(content: SiteContent): (restsOn: string) => Reading | undefined {
  const onWalls = wallReadings(content);
  return (restsOn) => {
    if (restsOn.startsWith('page:')) {
      const page = citedPage(restsOn.slice(5));
      return page && { text: page.title, path: page.path };
    }
    const found = onWalls.get(restsOn);
    if (found) return found;
    const citation = parseCitation(restsOn);
    const law = citation && content.laws.get(citation.lawId);
    if (!citation || !law) return undefined;
    const anchor = citation.article ? `#${articleAnchor(citation.article)}` : '';
    return {
      text: `《${law.shortTitle}》${locatorLabel(citation)}`,
      path: `laws/${citation.lawId}/${anchor}`,
    };
  };
}
