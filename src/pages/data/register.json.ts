import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { registerRows, type RegisterData } from '../../model/register/rows.ts';
import { bureauWords } from '../../model/post/bureauWords.ts';
import { contentVersion } from '../../model/content/contentVersion.ts';

/** `/data/register.json`: every risk with all that its wall says of it. */
export const GET: APIRoute = async () => {
  const { walls, laws, bureau } = await siteContent();
  const data: RegisterData = {
    contentVersion: contentVersion(walls),
    unit: bureau.name,
    words: bureauWords(bureau),
    rows: registerRows(walls, laws),
  };
  return new Response(JSON.stringify(data));
};
