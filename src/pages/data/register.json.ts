import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { registerRows } from '../../model/register/rows.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { dataFile } from '../../publish/dataFile.ts';

/** `/data/register.json`: every risk with all that its wall says of it. */
export const GET: APIRoute = async () => {
  const { walls, laws, bureau, catalogue, versions } = await siteContent();
  return dataFile('register', versions, {
    unit: bureau.name,
    words: bureauWords(bureau),
    departments: bureau.departments.map(({ name }) => name),
    rows: registerRows(walls, laws, catalogue, bureau.answersFor),
  });
};
