import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteContent } from '../../site/siteContent.ts';
import { finderFiles } from '../../model/finder/finderIndex.ts';
import { stampOf } from '../../model/published/stamp.ts';
import { dataText } from '../../publish/dataFile.ts';

/**
 * `/data/finder.json` for the first answer, `/data/finder-1.json` … for the rows behind it,
 * `/data/finder-details-0.json` … for the further fields of each of them, and
 * `/data/finder-relations.json` for everyday words.
 */
export const getStaticPaths = async () => {
  const { walls, synonyms, versions } = await siteContent();
  const { contentVersion } = stampOf(versions, 'finder');
  const { core, shards, details, relations } = finderFiles(walls, synonyms, contentVersion);
  return [
    { params: { file: 'finder' }, props: { text: dataText('finder', versions, core) } },
    ...shards.map((shard, i) => ({
      params: { file: `finder-${i + 1}` },
      props: { text: dataText('finder-*', versions, shard) },
    })),
    ...details.map((texts, i) => ({
      params: { file: `finder-details-${i}` },
      props: { text: dataText('finder-details-*', versions, texts) },
    })),
    {
      params: { file: 'finder-relations' },
      props: { text: dataText('finder-relations', versions, relations) },
    },
  ];
};

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
