import type { APIRoute } from 'astro';
import { siteContent } from '../../components/siteContent.ts';
import { finderDetails } from '../../model/finder/finderIndex.ts';
import { contentVersion } from '../../publish/wallData.ts';

export const GET: APIRoute = async () => {
  const { walls } = await siteContent();
  return new Response(JSON.stringify(finderDetails(walls, contentVersion(walls))));
};
