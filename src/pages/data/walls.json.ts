import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { wallData } from '../../publish/wallData.ts';

export const GET: APIRoute = async () => {
  const { walls, laws } = await siteContent();
  return new Response(JSON.stringify(wallData(walls, laws)));
};
