/** Heading of the page for addresses that are not there; the self-test knows the page by it. */
export const notFoundTitle = '没有这一页';
