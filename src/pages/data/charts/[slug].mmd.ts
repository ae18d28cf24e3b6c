import type { APIRoute, GetStaticPaths } from 'astro';
import type { WallSource } from '../../../model/wall/wallSchema.ts';
import { chartMermaid } from '../../../publish/chartFile.ts';
import { siteContent } from '../../../site/siteContent.ts';

export const getStaticPaths = (async () => {
  const { walls } = await siteContent();
  return walls.map(({ slug, wall }) => ({ params: { slug }, props: { wall } }));
}) satisfies GetStaticPaths;

/** The flow of a wall as Mermaid source. */
export const GET: APIRoute<{ wall: WallSource }> = ({ props: { wall } }) =>
  new Response(chartMermaid(wall));
