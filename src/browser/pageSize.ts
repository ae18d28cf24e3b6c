/**
 * Sets the sheet for printing until the returned function is called. Named pages would do it in
 * style sheets alone, but kernels below 131 give every sheet the size of the first unnamed one. The
 * rule goes into a style sheet of the site, which the page's policy allows.
 * @param size as in CSS, such as `A4 landscape`. Margins become 0: the sheet has its own.
 */
export function setPageSize(size: string): () => void {
  const sheets = Array.from(document.styleSheets);
  const sheet = sheets[sheets.length - 1];
  if (!sheet) return () => undefined;
  const index = sheet.insertRule(`@page{size:${size};margin:0}`, sheet.cssRules.length);
  const rule = sheet.cssRules[index];
  return () => {
    const place = Array.from(sheet.cssRules).findIndex((one) => one === rule);
    if (place >= 0) sheet.deleteRule(place);
  };
}
