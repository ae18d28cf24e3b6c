/** Whether this browser lets a page set the size of the sheet. */
export function canSizePaper(): boolean {
  try {
    // One of its own: those of the site may not have come.
    const sheet = new CSSStyleSheet();
    const index = sheet.insertRule('@page{size:A4 landscape}');
    return sheet.cssRules[index]?.cssText.includes('landscape') ?? false;
  } catch {
    return false;
  }
}
