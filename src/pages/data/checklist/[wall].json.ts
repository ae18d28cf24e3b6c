import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteContent } from '../../../site/siteContent.ts';
import { checklistRisks } from '../../../model/assessment/checklist.ts';
import { dataFile } from '../../../publish/dataFile.ts';

/** `/data/checklist/w01.json` …: the texts of one wall's risks. */
export const getStaticPaths = async () => {
  const { walls } = await siteContent();
  return walls.map(({ slug, wall }) => ({ params: { wall: wall.id }, props: { slug, wall } }));
};

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { slug, wall } }) => {
  const { versions, catalogue, laws } = await siteContent();
  return dataFile('checklist/*', versions, { risks: checklistRisks(slug, wall, catalogue, laws) });
};
