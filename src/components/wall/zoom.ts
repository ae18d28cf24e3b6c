/** What a scrolling frame shows of the drawing in it. */
export interface View {
  /** 1 is the size in which the drawing stands in the page. */
  readonly scale: number;
  /** How far the frame is scrolled, in px. */
  readonly left: number;
  readonly top: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const scaleRange = { least: 0.15, most: 3 };

/** The scale nearest to the wanted one at which a chart can still be read and found. */
export const allowedScale = (wanted: number) =>
  Math.min(scaleRange.most, Math.max(scaleRange.least, wanted));

/**
 * Zooms about a point of the frame: what is under the point stays under it.
 * @param wanted the new scale; it is kept between 15% and 300%.
 * @param point in px from the frame's left and top edge.
 * @returns the scale and how far to scroll for it; the browser stops at the drawing's edges.
 */
export function zoomAbout(
  view: View,
  wanted: number,
  point: { readonly x: number; readonly y: number },
): View {
  const scale = allowedScale(wanted);
  const ratio = scale / view.scale;
  return {
    scale,
    left: (view.left + point.x) * ratio - point.x,
    top: (view.top + point.y) * ratio - point.y,
  };
}

/** The largest scale at which the whole drawing is in the frame. Sizes in px, without padding. */
export const fittingScale = (frame: Size, drawing: Size) =>
  allowedScale(Math.min(frame.width / drawing.width, frame.height / drawing.height));
