import type { FileList, ListedFile } from '../published/fileList.ts';
import { extensionOf } from './answer.ts';

/** Files that every site has, so that the types can be judged though the list did not come. */
export const knownSamples = (firstWall: string): readonly string[] => [
  'walls/index.html',
  'help/index.html',
  'data/posts.json',
  `data/charts/${firstWall}.mmd`,
  'favicon.svg',
  'licences.txt',
  'pictures/wall.png',
];

/** The folder whose address is asked for without the name of a file. */
export const folderSample = 'walls/';

/** Addresses that no site has, near the home page and deep down. */
export const missingSamples = ['no-such-page/', 'walls/no-such-wall/no-such-part/'] as const;

/** Some files of each folder and each extension: the first, one in the middle, the last. */
export function quickSample({ files }: FileList): readonly ListedFile[] {
  const groups = new Map<string, ListedFile[]>();
  for (const file of files) {
    const [folder = ''] = file[0].split('/');
    const key = `${file[0].includes('/') ? folder : ''} ${extensionOf(file[0])}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    const last = group.length - 1;
    const places = [0, Math.floor(last / 2), last];
    return group.filter((_, place) => places.includes(place));
  });
}
