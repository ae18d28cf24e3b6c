import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { stampOf } from '../../model/published/stamp.ts';
import { wallData } from '../../publish/wallData.ts';

export const GET: APIRoute = async () => {
  const { bureau, walls, laws, versions } = await siteContent();
  return new Response(JSON.stringify(wallData(stampOf(versions, 'walls'), bureau.id, walls, laws)));
};
