import { createHash } from 'node:crypto';
import source from './beforeFirstPaint.js?raw';

/** What runs before the first paint, as it stands in every page: a file of its own would hold it up. */
export const firstPaintScript = source
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\n\s*/g, '\n')
  .trim();

/** By it the policy of a page knows the script. */
export const firstPaintHash: `sha256-${string}` = `sha256-${createHash('sha256').update(firstPaintScript).digest('base64')}`;
