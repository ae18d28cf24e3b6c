/** One decimal is a tenth of a pixel: finer numbers only cost bytes. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Attributes in SVG notation, each with a leading space. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeText(String(value)).replace(/"/g, '&quot;')}"`)
    .join('');
}

/**
 * A straight piece of path data from where the pen stands; none where it would not move. Told as a way
 * and not as a place, one arrowhead is written like the next, which packs well.
 */
export function straight(dx: number, dy: number): string {
  const [across, down] = [round(dx), round(dy)];
  if (across === 0 && down === 0) return '';
  if (down === 0) return `h${across}`;
  if (across === 0) return `v${down}`;
  return `l${across} ${down}`;
}
