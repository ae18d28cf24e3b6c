import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { checklistIndex } from '../../model/assessment/checklist.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { dataFile } from '../../publish/dataFile.ts';

/** `/data/checklist.json`: which risks there are and whose they are. */
export const GET: APIRoute = async () => {
  const { walls, bureau, catalogue, versions } = await siteContent();
  return dataFile('checklist', versions, checklistIndex(walls, bureauWords(bureau), catalogue));
};
