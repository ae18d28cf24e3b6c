import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import {
  citationRecords,
  documentCitations,
  sanctionCitations,
} from '../../model/citation/citationIndex.ts';

export const GET: APIRoute = async () => {
  const { walls, laws, mechanismDocuments, bureau } = await siteContent();
  return new Response(
    JSON.stringify([
      ...citationRecords(walls, laws),
      ...documentCitations(mechanismDocuments, laws),
      ...sanctionCitations(bureau.sanctionRules, laws),
    ]),
  );
};
