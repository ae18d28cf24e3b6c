import type { APIRoute, GetStaticPaths } from 'astro';
import type { WallSource } from '../../../model/wall/wallSchema.ts';
import { chartSvg } from '../../../publish/chartFile.ts';
import { siteContent } from '../../../site/siteContent.ts';

export const getStaticPaths = (async () => {
  const { walls } = await siteContent();
  return walls.map(({ slug, wall }) => ({ params: { slug }, props: { wall } }));
}) satisfies GetStaticPaths;

/** The chart of a wall with everything that it can tell, as a file. */
export const GET: APIRoute<{ wall: WallSource }> = async ({ props: { wall } }) => {
  return new Response(await chartSvg(wall));
};
