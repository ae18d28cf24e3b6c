import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteContent } from '../../../site/siteContent.ts';
import { dataFile } from '../../../publish/dataFile.ts';

/** `/data/workbook/w01.json` …: a wall with all that its file says, for the authors' workbook. */
export const getStaticPaths = async () => {
  const { walls } = await siteContent();
  return walls.map((named) => ({ params: { wall: named.wall.id }, props: named }));
};

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { slug, wall } }) => {
  const { versions } = await siteContent();
  return dataFile('workbook/*', versions, { slug, wall });
};
