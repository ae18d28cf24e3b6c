import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { checklistIndex } from '../../model/assessment/checklist.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { contentVersion } from '../../model/content/contentVersion.ts';

/** `/data/checklist.json`: which risks there are and whose they are. */
export const GET: APIRoute = async () => {
  const { walls, bureau } = await siteContent();
  return new Response(
    JSON.stringify(checklistIndex(walls, contentVersion(walls), bureauWords(bureau))),
  );
};
