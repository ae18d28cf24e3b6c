import type { APIRoute } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { postList } from '../../model/post/postList.ts';
import { dataFile } from '../../publish/dataFile.ts';

/** `/data/posts.json`: the catalogue of posts, for choosers and for the names of what was chosen. */
export const GET: APIRoute = async () => {
  const { catalogue, versions } = await siteContent();
  return dataFile('posts', versions, { posts: postList(catalogue) });
};
