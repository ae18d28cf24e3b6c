import { addPages, createPageFinder, findPages } from '../../model/finder/findPages.ts';
import { createFinder } from '../../model/finder/finder.ts';
import { findRisks } from '../../model/finder/findRisks.ts';
import { stepHeadings } from '../../model/finder/pageTexts.ts';
import { readQuery } from '../../model/finder/readQuery.ts';
import type { Searched } from '../../model/selfTest/measured.ts';
import { fetchData } from '../data.ts';
import { isFolderEdition } from '../edition.ts';

/** Looks for a phrase as the search of every page does: among the risks and in the pages' texts. */
export async function searchOnce(phrase: string): Promise<Searched> {
  const core = await fetchData('finder');
  if (core.status === 'absent') return { status: 'fault', fault: core.fault };
  const finder = createFinder(core.data);
  const risks = findRisks(finder, phrase).hits.length;
  const pages = createPageFinder(stepHeadings(finder.walls));
  for (let part = 0, partCount = 1; part < partCount; part += 1) {
    const texts = await fetchData('pages-*', part);
    if (texts.status === 'absent') {
      return isFolderEdition()
        ? { status: 'done', risks, pages: undefined }
        : { status: 'fault', fault: texts.fault };
    }
    partCount = texts.data.partCount;
    addPages(pages, texts.data.pages);
  }
  const found = findPages(pages, readQuery(phrase), []);
  return { status: 'done', risks, pages: found.isExact ? found.hits.length : 0 };
}
