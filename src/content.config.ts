import { kinds } from './model/content/kinds.ts';
import { collectionsOf } from './source/collections.ts';

export const collections = collectionsOf(kinds);
