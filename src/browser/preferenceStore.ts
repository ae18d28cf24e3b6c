import {
  preferencesKept,
  preferencesPart,
  type Preferences,
} from '../model/site/preferencesKept.ts';
import { keepChoice, keptChoice } from './choices.ts';

/** How the pages look to this reader; the defaults where nothing is kept. */
export const loadPreferences = (): Preferences =>
  keptChoice(preferencesKept, preferencesPart) ?? {};

/** Changes one of the preferences and leaves the others; `undefined` takes it back to the default. */
export function keepPreference<K extends keyof Preferences>(
  name: K,
  value: Preferences[K] | undefined,
): void {
  const others = Object.entries(loadPreferences()).filter(([key]) => key !== name);
  keepChoice(preferencesKept, {
    ...Object.fromEntries(others),
    ...(value !== undefined && { [name]: value }),
  });
}
