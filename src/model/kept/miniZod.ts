import * as z from 'zod/mini';

/**
 * The schemas that readers' browsers check saved data with. Zod would try to compile them with
 * `eval`, which the pages' policy refuses and reports; it must be told before the first schema.
 */
z.config({ jitless: true });

export { z };
