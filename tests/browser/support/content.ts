import { inject } from 'vitest';

/** What the bureau has written and the site under test was built from. */
export const content = inject('content');
