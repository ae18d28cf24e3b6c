import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { dataFile } from '../../publish/dataFile.ts';

/** `/data/letters.json`: the texts of the commitment letters. */
export const GET: APIRoute = async () => {
  const { letters, pledges, bureau, versions } = await siteContent();
  return dataFile('letters', versions, {
    unit: bureau.name,
    words: bureauWords(bureau),
    templates: letters,
    pledges,
  });
};
