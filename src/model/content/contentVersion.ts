import type { NamedWall } from '../wall/wall.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** Names the state of the content: the same text gives the same version on every machine. */
export function contentVersion(walls: readonly NamedWall[]): string {
  return fingerprint(JSON.stringify(walls));
}
