import { fetchData } from '../../browser/data.ts';
import { siteAddress } from '../../browser/siteBase.ts';
import { printedFor, sizeInWords, type PrintedKind } from '../../model/paper/printedFiles.ts';

/**
 * Links to the PDFs of this desk that stand beside the site. Those of another content are not named:
 * their list is of another version, and what hangs on the wall would not be what the site says.
 */
export async function showPrinted(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-printed]');
  if (!place) return;
  const fetched = await fetchData('printed');
  if (fetched.status === 'absent') return;
  const files = printedFor(fetched.data.files, {
    kind: place.dataset['printed'] as PrintedKind,
    wall: place.dataset['printedWall'] ?? '',
  });
  if (files.length === 0) return;
  place.append('已经印好的 PDF：');
  files.forEach(({ path, name, bytes }, i) => {
    const link = document.createElement('a');
    link.href = siteAddress(path);
    link.download = `${name}.pdf`;
    link.textContent = name;
    place.append(i > 0 ? '；' : '', link, `（${sizeInWords(bytes)}）`);
  });
  place.hidden = false;
}
