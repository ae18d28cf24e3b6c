import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../../site/siteContent.ts';
import { checklistRisks } from '../../../model/assessment/checklist.ts';

/** `/data/checklist/w01.json` …: the texts of one wall's risks. */
export const getStaticPaths = (async () => {
  const { walls } = await siteContent();
  return walls.map(({ slug, wall }) => ({ params: { wall: wall.id }, props: { slug, wall } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(checklistRisks(props['slug'], props['wall'])));
