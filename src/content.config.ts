import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { bureauSchema } from './model/post/bureauSchema.ts';
import { letterSchema } from './model/letter/letterSchema.ts';
import { lawSchema } from './model/law/lawSchema.ts';
import { examSchema } from './model/quiz/examSchema.ts';
import { quizSchema } from './model/quiz/quizSchema.ts';
import { catalogSchema } from './model/mechanism/catalogSchema.ts';
import { documentSchema } from './model/mechanism/documentSchema.ts';
import { pageSchema } from './model/content/pageSchema.ts';
import { resultsSchema } from './model/results/resultsSchema.ts';
import { supervisionSchema } from './model/supervision/supervisionSchema.ts';
import { synonymSchema } from './model/content/synonymSchema.ts';
import { technologySchema } from './model/technology/technologySchema.ts';
import { wallSchema } from './model/wall/wallSchema.ts';
import { checkedLoader } from './source/collections.ts';
import { contentFolder } from './source/contentFolder.ts';

export const collections = {
  walls: defineCollection({ loader: checkedLoader('walls'), schema: wallSchema }),
  laws: defineCollection({ loader: checkedLoader('laws'), schema: lawSchema }),
  letters: defineCollection({ loader: checkedLoader('letters'), schema: letterSchema }),
  quizzes: defineCollection({ loader: checkedLoader('quizzes'), schema: quizSchema }),
  exam: defineCollection({ loader: checkedLoader('exam'), schema: examSchema }),
  bureau: defineCollection({ loader: checkedLoader('bureau'), schema: bureauSchema }),
  synonyms: defineCollection({ loader: checkedLoader('synonyms'), schema: synonymSchema }),
  mechanismDocuments: defineCollection({
    loader: checkedLoader('mechanismDocuments'),
    schema: documentSchema,
  }),
  mechanismCatalog: defineCollection({
    loader: checkedLoader('mechanismCatalog'),
    schema: catalogSchema,
  }),
  supervision: defineCollection({
    loader: checkedLoader('supervision'),
    schema: supervisionSchema,
  }),
  technology: defineCollection({ loader: checkedLoader('technology'), schema: technologySchema }),
  results: defineCollection({ loader: checkedLoader('results'), schema: resultsSchema }),
  pages: defineCollection({
    loader: glob({ base: join(contentFolder(), 'pages'), pattern: '**/*.mdx' }),
    schema: pageSchema,
  }),
};
