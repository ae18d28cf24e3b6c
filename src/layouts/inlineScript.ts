import { createHash } from 'node:crypto';
import source from './beforeFirstPaint.js?raw';

/** A script that stands in a page, and the sum by which the page's policy knows it. */
export interface InlineScript {
  readonly text: string;
  readonly hash: `sha256-${string}`;
}

/** @param code without what is only for us to read it goes into the page. */
export function inlineScript(code: string): InlineScript {
  const text = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .trim();
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}

/** What runs before the first paint, as it stands in every page: a file of its own would hold it up. */
const firstPaint = inlineScript(source);
export const firstPaintScript = firstPaint.text;
export const firstPaintHash = firstPaint.hash;
