import { getCollection } from 'astro:content';
import type { Bureau } from '../model/bureauSchema.ts';
import type { NamedWall } from '../model/citationIndex.ts';
import type { LawSource } from '../model/lawSchema.ts';
import type { Synonyms } from '../model/synonymSchema.ts';

export interface SiteContent {
  readonly bureau: Bureau;
  /** In the order of the site. */
  readonly walls: readonly NamedWall[];
  readonly laws: ReadonlyMap<string, LawSource>;
  readonly synonyms: Synonyms;
}

async function load(): Promise<SiteContent> {
  const [bureau] = await getCollection('bureau');
  const [synonyms] = await getCollection('synonyms');
  if (!bureau || !synonyms) throw new Error('缺少 bureau.yaml 或 synonyms.yaml');
  const walls = (await getCollection('walls')).map(({ id, data }) => ({ slug: id, wall: data }));
  const laws = await getCollection('laws');
  return {
    bureau: bureau.data,
    walls: walls.sort((a, b) => a.wall.order - b.wall.order || a.slug.localeCompare(b.slug)),
    synonyms: synonyms.data,
    laws: new Map(laws.map(({ id, data }) => [id, data])),
  };
}

let loaded: Promise<SiteContent> | undefined;

/** The content as pages use it; read once for the whole build. */
export function siteContent(): Promise<SiteContent> {
  // In development the content changes under our feet, so it is read for every page.
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
