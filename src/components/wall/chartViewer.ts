/**
 * Zoom, pan and full screen for a chart that stands complete in the page without it.
 * Zooming sets the drawing's width and height, panning scrolls its frame: text stays sharp, links
 * and keyboard focus keep working, and nothing needs a style attribute.
 */
import { fittingScale, zoomAbout } from './zoom.ts';

const zoomStep = 1.25;
/** A press that moves less than this is a click on a link, not a drag. */
const dragThresholdPx = 5;
const arrowScrollPx = 80;

interface Viewer {
  readonly frame: HTMLElement;
  readonly drawing: SVGSVGElement;
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  readonly status: Element | null;
  scale: number;
}

/** @param x and y: what stays in place, from the frame's edges; its middle unless told. */
function setScale(viewer: Viewer, wanted: number, x?: number, y?: number): void {
  const { frame, drawing, naturalWidth, naturalHeight, status } = viewer;
  const { scale, left, top } = zoomAbout(
    { scale: viewer.scale, left: frame.scrollLeft, top: frame.scrollTop },
    wanted,
    { x: x ?? frame.clientWidth / 2, y: y ?? frame.clientHeight / 2 },
  );
  drawing.setAttribute('width', String(Math.round(naturalWidth * scale)));
  drawing.setAttribute('height', String(Math.round(naturalHeight * scale)));
  drawing.classList.add('is-zoomed');
  viewer.scale = scale;
  frame.scrollLeft = left;
  frame.scrollTop = top;
  if (status) status.textContent = `${Math.round(scale * 100)}%`;
}

function reset(viewer: Viewer): void {
  setScale(viewer, 1);
  viewer.drawing.classList.remove('is-zoomed');
  viewer.frame.classList.remove('is-framed');
  viewer.frame.scrollTo(0, 0);
}

function zoom(viewer: Viewer, factor: number, x?: number, y?: number): void {
  viewer.frame.classList.add('is-framed');
  setScale(viewer, viewer.scale * factor, x, y);
}

function fit(viewer: Viewer): void {
  viewer.frame.classList.add('is-framed');
  const { frame, naturalWidth, naturalHeight } = viewer;
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const inside = {
    width: frame.clientWidth - 2 * parseFloat(paddingLeft),
    height: frame.clientHeight - 2 * parseFloat(paddingTop),
  };
  setScale(viewer, fittingScale(inside, { width: naturalWidth, height: naturalHeight }));
}

function toggleFullScreen(figure: HTMLElement): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void figure.requestFullscreen();
}

function listenToButtons(figure: HTMLElement, viewer: Viewer): void {
  const actions: Record<string, () => void> = {
    'zoom-in': () => zoom(viewer, zoomStep),
    'zoom-out': () => zoom(viewer, 1 / zoomStep),
    fit: () => fit(viewer),
    reset: () => reset(viewer),
    'full-screen': () => toggleFullScreen(figure),
  };
  for (const button of Array.from(
    figure.querySelectorAll<HTMLButtonElement>('[data-chart-action]'),
  )) {
    const action = actions[button.dataset['chartAction'] ?? ''];
    if (action) button.addEventListener('click', action);
  }
  viewer.frame.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      '+': () => zoom(viewer, zoomStep),
      '=': () => zoom(viewer, zoomStep),
      '-': () => zoom(viewer, 1 / zoomStep),
      '0': () => reset(viewer),
      f: () => fit(viewer),
      ArrowLeft: () => viewer.frame.scrollBy(-arrowScrollPx, 0),
      ArrowRight: () => viewer.frame.scrollBy(arrowScrollPx, 0),
    };
    const isFramed = viewer.frame.classList.contains('is-framed');
    if (isFramed) {
      keys['ArrowUp'] = () => viewer.frame.scrollBy(0, -arrowScrollPx);
      keys['ArrowDown'] = () => viewer.frame.scrollBy(0, arrowScrollPx);
    }
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function listenToWheel({ frame }: Viewer, onZoom: (factor: number, x: number, y: number) => void) {
  frame.addEventListener(
    'wheel',
    (event) => {
      // Without Ctrl the wheel scrolls the page: a chart must not trap the reader.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      const factor = event.deltaY < 0 ? zoomStep : 1 / zoomStep;
      onZoom(factor, event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );
}

/** Mouse drags pan; one finger is left to the browser, two fingers zoom. */
function listenToPointers(viewer: Viewer): void {
  const { frame } = viewer;
  const pointers = new Map<number, { x: number; y: number }>();
  let dragged = false;
  let spread = 0;

  const distance = () => {
    const [a, b] = Array.from(pointers.values());
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };

  frame.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    dragged = false;
    spread = distance();
  });
  window.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const dx = event.clientX - last.x;
    const dy = event.clientY - last.y;
    if (pointers.size === 1 && event.pointerType === 'mouse') {
      if (!dragged && Math.hypot(dx, dy) < dragThresholdPx) return;
      dragged = true;
      frame.classList.add('is-dragging');
      frame.scrollBy(-dx, -dy);
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 2 && spread > 0) {
      const now = distance();
      zoom(viewer, now / spread);
      spread = now;
    }
  });
  const release = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    frame.classList.remove('is-dragging');
  };
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
  frame.addEventListener('dragstart', (event) => event.preventDefault());
  frame.addEventListener(
    'click',
    (event) => {
      if (dragged) event.preventDefault();
      dragged = false;
    },
    true,
  );
}

/** Makes every chart of the page zoomable. */
export function startChartViewers(): void {
  for (const figure of Array.from(document.querySelectorAll<HTMLElement>('[data-chart]'))) {
    const frame = figure.querySelector<HTMLElement>('[data-chart-frame]');
    const drawing = frame?.querySelector('svg');
    if (!frame || !drawing) continue;
    const viewer: Viewer = {
      frame,
      drawing,
      naturalWidth: Number(drawing.getAttribute('width')),
      naturalHeight: Number(drawing.getAttribute('height')),
      status: figure.querySelector('[data-chart-status]'),
      scale: 1,
    };
    const fullScreen = figure.querySelector<HTMLElement>('[data-chart-action="full-screen"]');
    if (fullScreen && !document.fullscreenEnabled) fullScreen.hidden = true;
    listenToButtons(figure, viewer);
    listenToWheel(viewer, (factor, x, y) => zoom(viewer, factor, x, y));
    listenToPointers(viewer);
  }
}
