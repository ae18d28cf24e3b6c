// Rows of an earlier query wait out of sight to be filled again: a reader does not see them.
const shownPart = '.search-results > div:not([hidden])';

/** The risks, pages and near things that the search shows now. */
export const riskRows = '#finder-results > li:not([hidden])';
export const pageRows = `${shownPart} #page-results > li`;
export const nearRows = `${shownPart} #nearest-results > li`;
export const anyRow = [riskRows, pageRows, nearRows].join(', ');
