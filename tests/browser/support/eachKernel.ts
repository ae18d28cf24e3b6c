import { describe } from 'vitest';
import type { Kernel } from '../../../src/print/browserFiles.ts';

/** The kernels in which everything works; in kernel 92 the pages are read, found and printed. */
export const fullKernels = [153, 109] as const satisfies readonly Kernel[];

/** Kernel 92 hangs at times for no reason of ours; what fails twice is a fault. In the others nothing fails once. */
const retries: Readonly<Record<Kernel, number>> = { 153: 0, 109: 0, 92: 1 };

/** The same group of tests in every kernel. */
export function describeInKernels(
  name: string,
  kernels: readonly Kernel[],
  tests: (kernel: Kernel) => void,
): void {
  for (const kernel of kernels) {
    describe(`${name}，内核 ${kernel}`, { retry: retries[kernel] }, () => tests(kernel));
  }
}
