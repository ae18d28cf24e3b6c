import type { APIRoute } from 'astro';

import { contentCheck, siteContent } from '../../site/siteContent.ts';
import { reviewRules } from '../../model/rollup/reviewRules.ts';
import { dataFile } from '../../publish/dataFile.ts';

/** `/data/review.json`: what the import of a workbook judges new risks by. */
export const GET: APIRoute = async () => {
  const { versions } = await siteContent();
  return dataFile('review', versions, reviewRules(contentCheck().content));
};
