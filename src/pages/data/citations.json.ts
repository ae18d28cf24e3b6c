import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { citationRecords, documentCitations } from '../../model/citation/citationIndex.ts';

export const GET: APIRoute = async () => {
  const { walls, laws, mechanismDocuments } = await siteContent();
  return new Response(
    JSON.stringify([
      ...citationRecords(walls, laws),
      ...documentCitations(mechanismDocuments, laws),
    ]),
  );
};
