/**
 * The browser kernels that the site is made for. Windows 7 ends with Chromium 109; domestic browsers
 * carry kernels from 86 on.
 */
export const oldestKernel = 86;
/** From here on everything works. */
export const fullKernel = 109;

/** `whole`: everything; `reading`: reading, finding, filling in and printing; `old`: the text only. */
export type KernelTier = 'whole' | 'reading' | 'old' | 'unknown';

/** The number of the Chromium kernel that a browser names; undefined when it names none. */
export function kernelOf(userAgent: string): number | undefined {
  const number = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  return number === undefined ? undefined : Number(number);
}

export function tierOf(kernel: number | undefined): KernelTier {
  if (kernel === undefined) return 'unknown';
  if (kernel >= fullKernel) return 'whole';
  return kernel >= oldestKernel ? 'reading' : 'old';
}
