import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { finderFiles } from '../../model/finder/finderIndex.ts';
import { contentVersion } from '../../model/content/contentVersion.ts';

/**
 * `/data/finder.json` for the first answer, `/data/finder-1.json` … for the rows behind it, and
 * `/data/finder-details-0.json` … for the further fields of each of them.
 */
export const getStaticPaths = (async () => {
  const { walls, synonyms } = await siteContent();
  const { core, shards, details } = finderFiles(walls, synonyms.groups, contentVersion(walls));
  return [
    { params: { file: 'finder' }, props: { data: core } },
    ...shards.map((data, i) => ({ params: { file: `finder-${i + 1}` }, props: { data } })),
    ...details.map((data, i) => ({ params: { file: `finder-details-${i}` }, props: { data } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['data']));
