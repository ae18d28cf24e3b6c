import { createHash } from 'node:crypto';
import { wallDrawing } from '../../flowchart/drawingRequest.ts';
import { draw } from '../../flowchart/drawingRoom.ts';
import type { WallSource } from '../../model/wall/wallSchema.ts';

/**
 * The natural size of a wall's chart as tokens in a style sheet of its own: only there can it be told
 * before the first paint, since the policy allows no style attributes. The page says the hash.
 */
export async function chartSize(
  wall: WallSource,
): Promise<{ readonly rule: string; readonly hash: `sha256-${string}` }> {
  const { widthPx, heightPx } = (await draw(wallDrawing(wall))).drawings.compact;
  const rule = `.chart-frame{--width-chart:${widthPx};--height-chart:${heightPx}}`;
  return { rule, hash: `sha256-${createHash('sha256').update(rule).digest('base64')}` };
}
