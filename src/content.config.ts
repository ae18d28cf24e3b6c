import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { bureauSchema } from './model/bureauSchema.ts';
import { lawSchema } from './model/lawSchema.ts';
import { pageSchema } from './model/pageSchema.ts';
import { synonymSchema } from './model/synonymSchema.ts';
import { wallSchema } from './model/wallSchema.ts';
import { checkedLoader } from './source/collections.ts';

export const collections = {
  walls: defineCollection({ loader: checkedLoader('walls'), schema: wallSchema }),
  laws: defineCollection({ loader: checkedLoader('laws'), schema: lawSchema }),
  bureau: defineCollection({ loader: checkedLoader('bureau'), schema: bureauSchema }),
  synonyms: defineCollection({ loader: checkedLoader('synonyms'), schema: synonymSchema }),
  pages: defineCollection({
    loader: glob({ base: './content/pages', pattern: '**/*.mdx' }),
    schema: pageSchema,
  }),
};
