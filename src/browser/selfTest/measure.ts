import { fileListPath, type FileList } from '../../model/published/fileList.ts';
import type { InBrowser, Measured, Place, Served } from '../../model/selfTest/measured.ts';
import { wantedRoom } from '../../model/selfTest/measured.ts';
import { isDelivered } from '../../model/selfTest/answer.ts';
import {
  folderSample,
  knownSamples,
  missingSamples,
  quickSample,
} from '../../model/selfTest/samples.ts';
import { isFolderEdition } from '../edition.ts';
import { keeper } from '../keeper.ts';
import { siteAddress } from '../siteBase.ts';
import { siteText } from '../siteText.ts';
import { canKeep, isTabOnly } from '../storage.ts';
import { ask, askAll } from './ask.ts';
import { checkFiles } from './checkFiles.ts';
import { findFonts } from './fonts.ts';
import { canSizePaper } from './paper.ts';
import { freeBytes, hasRoomFor } from './room.ts';
import { searchOnce } from './searchOnce.ts';

/** What the page that is tested was built with. */
export interface KnownOfSite {
  /** The file name of a wall. */
  readonly wall: string;
  /** Found by the search, among the risks and in the pages. */
  readonly phrase: string;
}

/** What a policy has refused since this page was opened, by directive. */
const refused: string[] = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  refused.push(effectiveDirective);
});

/** The path of the home page, without the name of its file. */
const homePath = () => siteAddress('').replace(/index\.html$/, '');

function placeNow(): Place {
  const { dataset } = document.documentElement;
  return {
    protocol: location.protocol,
    isFolder: isFolderEdition(),
    path: location.pathname,
    base: homePath(),
    userAgent: navigator.userAgent,
    siteVersion: dataset['siteVersion'],
    hasInlineRun: dataset['scripts'] !== undefined,
    refused: [...refused],
  };
}

/** A script and a style sheet of this very page: their names hold a sum, so no list can know them. */
function assetsOfPage(): string[] {
  const home = new URL(homePath(), document.baseURI).href;
  const links = Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'));
  const scripts = Array.from(document.querySelectorAll<HTMLScriptElement>('script[src]'));
  return [links[0]?.href, scripts[0]?.src].flatMap((address) =>
    address?.startsWith(home) ? [address.slice(home.length)] : [],
  );
}

async function askList(): Promise<Served['list']> {
  const answer = await ask(fileListPath);
  if (!isDelivered(answer)) return { answer, data: undefined };
  const text = await siteText(fileListPath, 'no-store');
  try {
    const data = JSON.parse(text.status === 'present' ? text.text : '') as Partial<FileList> | null;
    return { answer, data: Array.isArray(data?.files) ? (data as FileList) : undefined };
  } catch {
    return { answer, data: undefined };
  }
}

async function measureServer(wall: string): Promise<Served> {
  const samples = await askAll([...knownSamples(wall), ...assetsOfPage()]);
  const [folder, missing, list] = await Promise.all([
    ask(folderSample),
    askAll(missingSamples),
    askList(),
  ]);
  const total = list.data?.files.length ?? 0;
  const checked = await checkFiles(list.data ? quickSample(list.data) : [], total);
  return { samples, folder, missing, list, checked };
}

async function measureBrowser(): Promise<InBrowser> {
  const { hasCopy } = await keeper.ready();
  return {
    canKeep: canKeep(),
    // A tab that keeps nothing has no copy either, and needs none.
    hasDatabase: hasCopy || isTabOnly(),
    hasRoom: hasRoomFor(wantedRoom),
    freeBytes: await freeBytes(),
    fonts: findFonts(),
    canSizePaper: canSizePaper(),
  };
}

/** Measures everything that the self-test judges. It never rejects for what a server does. */
export async function measure({ wall, phrase }: KnownOfSite): Promise<Measured> {
  const served = isFolderEdition() ? undefined : await measureServer(wall);
  const [searched, browser] = await Promise.all([searchOnce(phrase), measureBrowser()]);
  return { place: placeNow(), served, phrase, searched, browser };
}
