import type { APIRoute } from 'astro';
import { dataFile } from '../../publish/dataFile.ts';
import { siteContent } from '../../site/siteContent.ts';

/**
 * `/data/printed.json`: which PDFs stand beside the site. None as it is built; the print command
 * writes down what it puts there.
 */
export const GET: APIRoute = async () => {
  const { versions } = await siteContent();
  return dataFile('printed', versions, { files: [] });
};
