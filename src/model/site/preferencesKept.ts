import { isObject, keptKind } from '../kept/kind.ts';

/** How the pages look to this reader. `src/layouts/beforeFirstPaint.js` reads it before the first paint. */
export interface Preferences {
  readonly theme?: 'light' | 'dark';
  readonly textSize?: 'large';
  /** Walls as one text rather than chart and step side by side. */
  readonly wallView?: 'text';
}

export const preferencesPart = 'choice';

export const preferencesKept = keptKind<Preferences>({
  name: 'preferences',
  schema: 1,
  migrations: {},
  partsOf: (data) => (isObject(data) ? { [preferencesPart]: data } : {}),
  readPart: (_, data) => (isObject(data) ? { data } : undefined),
  join: (_, parts) => parts[preferencesPart] as Preferences | undefined,
  partName: () => '大字、深色、怎样看墙的选择',
});
