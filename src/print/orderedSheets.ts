import { boardDensities, boardSizes } from '../model/paper/board.ts';
import type { PrintedKind } from '../model/paper/printedFiles.ts';
import { fingerprint } from '../model/text/fingerprint.ts';
import type { BuiltWall } from './builtSite.ts';
import type { Order } from './readOrder.ts';

/** One PDF: a page of the site that lays out its own sheets. */
export interface OrderedSheet {
  /** From the home page. */
  readonly path: string;
  /** Is on the page when the sheets stand. */
  readonly ready: string;
  /** What the file is called. @param name what the page is about, as its heading says it. */
  readonly fileName: (name: string) => string;
  readonly kind: PrintedKind;
  /** Number of its wall; empty for a handbook. */
  readonly wall: string;
  /** The name of its file on a server, of plain letters. */
  readonly plainName: string;
}

const formNames = { full: '全表', brief: '简表' } as const;

/** So many walls are named one by one in the name of a file, which servers want short. */
const namedWalls = 4;

/** Which walls a handbook holds, in plain letters; empty for all. */
function plainPart({ walls, department }: Order, printed: readonly BuiltWall[]): string {
  if (!walls && !department) return '';
  const ids = printed.map(({ id }) => id).join('-');
  return printed.length <= namedWalls ? ids : `${printed.length}-walls-${fingerprint(ids)}`;
}

/** The PDFs that an order makes. */
export function orderedSheets(order: Order, walls: readonly BuiltWall[]): OrderedSheet[] {
  if (order.what === 'handbook') {
    const { form, size, year, department } = order;
    const query = new URLSearchParams({ make: '1', form, size, ...(year && { year }) });
    if (order.walls) query.set('walls', walls.map(({ id }) => id).join(','));
    else if (department) query.set('part', `lead-${department}`);
    const part = order.walls ? walls.map(({ id }) => id.toUpperCase()).join('-') : department;
    return [
      {
        path: `handbook/?${query.toString()}`,
        ready: '[data-book-ready]',
        fileName: (name) =>
          [name, part, size.toUpperCase(), formNames[form]].filter(Boolean).join('-'),
        kind: order.what,
        wall: '',
        plainName: ['handbook', plainPart(order, walls), size, form].filter(Boolean).join('-'),
      },
    ];
  }
  return walls.map(({ id, slug }) => {
    const number = id.toUpperCase();
    if (order.what === 'walls') {
      return {
        path: `walls/${slug}/print/?form=${order.form}`,
        ready: '[data-paper-ready]',
        fileName: (name) => `${number}-${name}-A4-${formNames[order.form]}`,
        kind: order.what,
        wall: id,
        plainName: `${id}-${order.form}`,
      };
    }
    const { density, size, isMono, hasCrop } = order;
    const query = new URLSearchParams({
      density,
      size,
      ink: isMono ? 'mono' : 'colour',
      crop: hasCrop ? '1' : '0',
    });
    const kind = `展板-${boardDensities[density].name}-${boardSizes[size].name.replace(/\s.*$/, '')}`;
    return {
      path: `walls/${slug}/board/?${query.toString()}`,
      ready: '[data-board-ready]',
      fileName: (name) =>
        `${number}-${name}-${kind}${isMono ? '-黑白' : ''}${hasCrop ? '-带裁切线' : ''}`,
      kind: order.what,
      wall: id,
      plainName: [id, 'board', density, size, isMono && 'mono', hasCrop && 'crop']
        .filter(Boolean)
        .join('-'),
    };
  });
}
