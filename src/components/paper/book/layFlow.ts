import { paginateGroups } from '../../../model/print/paginateGroups.ts';

/** Borders that lie between blocks and are counted with none of them, in px. */
const slackPx = 2;

/** A sheet in the page, and the part of it that takes the columns. */
export interface FlowSheet {
  readonly sheet: HTMLElement;
  readonly body: HTMLElement;
}

function addColumn(body: HTMLElement): HTMLElement {
  const column = document.createElement('div');
  column.className = 'book-column';
  body.append(column);
  return column;
}

/**
 * Lays blocks of text in columns, sheet after sheet; none is cut, and a heading stays with what it
 * heads.
 * @param blocks in their order; `data-with-next` marks headings.
 * @param newSheet makes an empty sheet in the page.
 * @returns the sheets.
 */
export function layFlow(
  blocks: readonly HTMLElement[],
  columns: number,
  newSheet: () => FlowSheet,
): HTMLElement[] {
  const { sheet: measured, body: ruler } = newSheet();
  measured.classList.add('form-measure');
  const room = ruler.getBoundingClientRect().height - slackPx;
  const [first] = Array.from({ length: columns }, () => addColumn(ruler));
  first?.append(...blocks.map((block) => block.cloneNode(true)));
  const heights = Array.from(first?.children ?? [], (one) => one.getBoundingClientRect().height);
  measured.remove();

  const isHead = (at: number) => blocks[at]?.dataset['withNext'] !== undefined;
  const rows = heights.map((height, at) => ({
    height,
    group: isHead(at - 1) ? at - 1 : at,
    isHead: isHead(at),
  }));
  const filled = paginateGroups(rows, room, 0);
  return Array.from({ length: Math.ceil(filled.length / columns) }, (_, page) => {
    const { sheet, body } = newSheet();
    for (let i = 0; i < columns; i += 1) {
      const column = addColumn(body);
      for (const at of filled[page * columns + i]?.rows ?? [])
        column.append(...(blocks[at] ? [blocks[at].cloneNode(true)] : []));
    }
    return sheet;
  });
}
