import type { ContentVersions } from '../model/content/versions.ts';
import type { DataFiles, DataName } from '../model/published/dataFiles.ts';
import { stampOf } from '../model/published/stamp.ts';

/**
 * The text of a data file as it is published: its stamp, and what it holds.
 * @param name as in dataFiles.ts, so that it holds what the page that fetches it expects.
 */
export function dataText<K extends DataName>(
  name: K,
  versions: ContentVersions,
  data: Omit<DataFiles[K], 'contentVersion'>,
): string {
  return JSON.stringify({ ...stampOf(versions, name), ...data });
}

/** The same as the answer of an endpoint. */
export function dataFile<K extends DataName>(...file: Parameters<typeof dataText<K>>): Response {
  return new Response(dataText(...file));
}
