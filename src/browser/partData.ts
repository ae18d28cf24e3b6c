/** What the page was built with for one of its parts: the `data-` attributes of the element. */
export function partData(selector: string): Readonly<Record<string, string | undefined>> {
  return document.querySelector<HTMLElement>(selector)?.dataset ?? {};
}
