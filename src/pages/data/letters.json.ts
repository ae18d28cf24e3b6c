import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { contentVersion } from '../../model/content/contentVersion.ts';

/** `/data/letters.json`: the texts of the commitment letters. */
export const GET: APIRoute = async () => {
  const { walls, letters, bureau } = await siteContent();
  const data: LetterData = {
    contentVersion: contentVersion(walls),
    unit: bureau.name,
    words: bureauWords(bureau),
    templates: letters,
  };
  return new Response(JSON.stringify(data));
};
