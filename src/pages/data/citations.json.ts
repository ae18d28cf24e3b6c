import type { APIRoute } from 'astro';
import { siteContent } from '../../components/siteContent.ts';
import { citationRecords } from '../../model/citationIndex.ts';

export const GET: APIRoute = async () => {
  const { walls, laws } = await siteContent();
  return new Response(JSON.stringify(citationRecords(walls, laws)));
};
