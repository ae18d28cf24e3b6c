import { absoluteAddress, wholeAddress } from '../../browser/address.ts';
import { onEveryPrint, printPage } from '../../browser/print.ts';
import {
  boardDensities,
  boardSizes,
  bleedMm,
  cropRoomMm,
  isBoardDensity,
  isBoardSize,
  readingDistanceM,
  type BoardDensity,
  type BoardSize,
} from '../../model/paper/board.ts';
import { fitBoard } from './fitBoard.ts';
import { takeQuery } from './takeQuery.ts';

interface Choice {
  readonly density: BoardDensity;
  readonly size: BoardSize;
  readonly isMono: boolean;
  readonly hasCrop: boolean;
}

const pointsPerPx = 0.75;

/** What the query chooses is chosen in the form. */
function takeChoice(form: HTMLFormElement): void {
  const fields = Array.from(form.elements).filter((field) => field instanceof HTMLSelectElement);
  const query = takeQuery(fields);
  const crop = form.elements.namedItem('crop');
  if (crop instanceof HTMLInputElement) crop.checked = query.get('crop') === '1';
}

function chosen(form: HTMLFormElement): Choice {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  const density = text('density');
  const size = text('size');
  return {
    density: isBoardDensity(density) ? density : 'lite',
    size: isBoardSize(size) ? size : '900x1200',
    isMono: text('ink') === 'mono',
    hasCrop: data.get('crop') !== null,
  };
}

const mm = (value: number) => `${value}mm` as const;

interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
  /** With the room for bleed and marks. */
  readonly pageWidthMm: number;
  readonly pageHeightMm: number;
}

function sheetOf({ size, hasCrop }: Choice): Sheet {
  const { widthMm, heightMm } = boardSizes[size];
  const around = hasCrop ? 2 * cropRoomMm : 0;
  return { widthMm, heightMm, pageWidthMm: widthMm + around, pageHeightMm: heightMm + around };
}

/** The least size is meant for the largest board; on smaller paper everything is smaller. */
const leastTextPt = ({ density, size }: Choice) =>
  (boardDensities[density].leastPt * boardSizes[size].widthMm) / boardSizes['900x1200'].widthMm;

/** What the reader has to know before he pays for a large print. */
function told({ density }: Choice, textPx: number): string {
  const points = textPx * pointsPerPx;
  const { leastPt, name } = boardDensities[density];
  const words = `正文 ${points.toFixed(1)} 磅，约 ${readingDistanceM(points)} 米内看得清。`;
  if (points >= leastPt) return words;
  return `${words}${name}宜不小于 ${leastPt} 磅：换大一号的纸${density === 'full' ? '，或者选走廊板' : ''}。`;
}

/** Lines at the four corners that end where the bleed begins. */
function drawCrops(page: HTMLElement, { pageWidthMm: width, pageHeightMm: height }: Sheet): void {
  const crops = page.querySelector('[data-board-crops]');
  const length = cropRoomMm - bleedMm;
  const [left, right] = [cropRoomMm, width - cropRoomMm];
  const [top, bottom] = [cropRoomMm, height - cropRoomMm];
  const lines = [top, bottom]
    .flatMap((y) => [`M0 ${y}h${length}`, `M${width} ${y}h${-length}`])
    .concat([left, right].flatMap((x) => [`M${x} 0v${length}`, `M${x} ${height}v${-length}`]));
  crops?.setAttribute('viewBox', `0 0 ${width} ${height}`);
  crops?.querySelector('path')?.setAttribute('d', lines.join(''));
}

/** The whole board is seen on the screen, however large its paper is. */
function showWhole(frame: HTMLElement, page: HTMLElement): void {
  const scale = Math.min(1, frame.clientWidth / page.offsetWidth);
  page.style.transform = `scale(${scale})`;
  frame.style.height = `${Math.ceil(page.offsetHeight * scale)}px`;
}

/** An address on this very computer opens nowhere else: no code is better than one that misleads. */
const isOnlyHere = () => /^(?:file:|https?:\/\/(?:localhost|127\.|\[::1\]))/.test(wholeAddress());

async function drawCode(place: HTMLElement, path: string): Promise<void> {
  if (isOnlyHere()) return;
  const { encode } = await import('uqr');
  const address = absoluteAddress(path);
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])),
  );
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', '扫码看这面墙');
  const path2 = document.createElementNS(space, 'path');
  path2.setAttribute('d', squares.join(''));
  svg.append(path2);
  const words = document.createElement('span');
  words.textContent = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  place.replaceChildren(svg, words);
}

/** The desk on which a board is chosen, looked at and printed. */
export function startBoardDesk(): void {
  const desk = document.querySelector<HTMLElement>('[data-board-desk]');
  const form = desk?.querySelector<HTMLFormElement>('[data-board-choice]');
  const frame = desk?.querySelector<HTMLElement>('[data-board-frame]');
  const page = desk?.querySelector<HTMLElement>('[data-board-page]');
  const board = desk?.querySelector<HTMLElement>('[data-board]');
  const code = desk?.querySelector<HTMLElement>('[data-board-code]');
  const status = desk?.querySelector<HTMLElement>('[data-board-told]');
  if (!desk || !form || !frame || !page || !board || !code || !status) return;
  takeChoice(form);

  const lay = () => {
    const choice = chosen(form);
    const sheet = sheetOf(choice);
    const { widthMm, heightMm, pageWidthMm, pageHeightMm } = sheet;
    board.classList.toggle('is-lite', choice.density === 'lite');
    board.classList.toggle('is-full', choice.density === 'full');
    board.classList.toggle('is-mono', choice.isMono);
    page.classList.toggle('has-crop', choice.hasCrop);
    const set = (element: HTMLElement, name: string, value: number) =>
      element.style.setProperty(name, mm(value));
    set(page, '--board-page-width', pageWidthMm);
    set(page, '--board-page-height', pageHeightMm);
    set(page, '--board-width', widthMm);
    set(page, '--board-height', heightMm);
    set(page, '--board-bleed', choice.hasCrop ? bleedMm : 0);
    drawCrops(page, sheet);
    // A long wall says a little less rather than all of it too small to read.
    board.classList.remove('is-short');
    let textPx = fitBoard(board);
    if (textPx * pointsPerPx < leastTextPt(choice)) {
      board.classList.add('is-short');
      textPx = fitBoard(board);
    }
    status.textContent = told(choice, textPx);
    desk.dataset['boardText'] = (textPx * pointsPerPx).toFixed(2);
    showWhole(frame, page);
  };

  onEveryPrint(() => {
    const { pageWidthMm, pageHeightMm } = sheetOf(chosen(form));
    return `${mm(pageWidthMm)} ${mm(pageHeightMm)}`;
  }, 'board');
  form.addEventListener('change', lay);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    printPage();
  });
  window.addEventListener('resize', () => showWhole(frame, page));
  void drawCode(code, desk.dataset['wallPath'] ?? '').then(() => {
    lay();
    desk.dataset['boardReady'] = '';
  });
}
