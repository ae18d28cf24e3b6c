import { z } from './miniZod.ts';

/**
 * Checks data by a shape and hands the very same data on: fields that a newer version of the site
 * has added are not known here, and must not be lost when an older page saves.
 */
export function fits(
  shape: z.core.$ZodType,
  data: unknown,
): { readonly data: unknown } | undefined {
  return z.safeParse(shape, data).success ? { data } : undefined;
}
