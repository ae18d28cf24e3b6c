import { boardDensities, boardSizes } from '../model/paper/board.ts';
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
}

const formNames = { full: '全表', brief: '简表' } as const;

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
      fileName: (name) => `${number}-${name}-${kind}`,
    };
  });
}
