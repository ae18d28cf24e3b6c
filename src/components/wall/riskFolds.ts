/**
 * A risk as one line that unfolds: what stands under its act is hidden until it is asked for, or
 * until the browser's own search finds it. Paper and readers without scripts see all of it.
 */

const bodiesOf = (risk: HTMLElement) =>
  Array.from(risk.querySelectorAll<HTMLElement>(':scope > dl, :scope > .risk-meta'));

/** @param isFolded whether only the title and the act are shown. */
export function foldRisk(risk: HTMLElement, isFolded: boolean): void {
  for (const body of bodiesOf(risk)) {
    if (isFolded) body.setAttribute('hidden', 'until-found');
    else body.removeAttribute('hidden');
  }
  const button = risk.querySelector('.risk-fold');
  button?.setAttribute('aria-expanded', String(!isFolded));
  if (button) button.textContent = isFolded ? '原因、防控、惩处' : '收起';
  const part = risk.closest('.step');
  if (part) showAllButton(part);
}

const isFolded = (risk: HTMLElement) => bodiesOf(risk).some((body) => body.hasAttribute('hidden'));
const risksOf = (part: ParentNode) => Array.from(part.querySelectorAll<HTMLElement>('.risk'));

function showAllButton(part: Element): void {
  const button = part.querySelector('.all-fold');
  if (button) button.textContent = risksOf(part).some(isFolded) ? '都展开' : '都收起';
}

function addButton(risk: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'risk-fold no-print';
  risk.querySelector('h4')?.append(button);
}

/** The button and the act beside it fold and unfold; not while somebody marks text. */
export function listenToFolds(): void {
  document.addEventListener('click', ({ target }) => {
    const head = target instanceof Element ? target.closest('.risk .risk-fold, .risk-act') : null;
    const risk = head?.closest<HTMLElement>('.risk');
    if (!risk?.querySelector('.risk-fold') || getSelection()?.isCollapsed === false) return;
    foldRisk(risk, !isFolded(risk));
  });
}

function foldGists(part: ParentNode, isFolded: boolean): void {
  for (const gist of Array.from(part.querySelectorAll('.gist'))) {
    if (isFolded) gist.setAttribute('hidden', 'until-found');
    else gist.removeAttribute('hidden');
  }
}

/** What the articles of a step demand, in our own words: folded away behind one button. */
function addGistButton(part: HTMLElement): void {
  const heading = part.querySelector('[data-basis]');
  if (!heading || !part.querySelector('.gist')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'risk-fold gist-fold no-print';
  button.textContent = '看要点';
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    foldGists(part, isOpen);
    button.setAttribute('aria-expanded', String(!isOpen));
    button.textContent = isOpen ? '看要点' : '收起要点';
  });
  heading.append(button);
  foldGists(part, true);
}

/** All risks of a step at once, for who reads the step through. */
function addAllButton(part: HTMLElement): void {
  const heading = part.querySelector('[data-risks-heading]');
  if (!heading || risksOf(part).length < 2) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'risk-fold all-fold no-print';
  button.addEventListener('click', () => {
    const isFolding = !risksOf(part).some(isFolded);
    for (const risk of risksOf(part)) foldRisk(risk, isFolding);
  });
  heading.append(button);
  showAllButton(part);
}

/** From this height on there is room for one risk in full under the list of all. */
const tallWindowPx = 900;

/** The gravest of a step, where the window has room for it. */
function firstOpened(part: HTMLElement): Element | null {
  if (window.innerHeight < tallWindowPx || innerWidth < tallWindowPx) return null;
  const byGrade = ['.risk.is-grade-1', '.risk.is-grade-2', '.risk'];
  return byGrade.map((grade) => part.querySelector(grade)).find((risk) => risk !== null) ?? null;
}

/** Folds the risks of a part the first time that it is shown. */
export function prepareFolds(part: HTMLElement): void {
  const opened = firstOpened(part);
  if (!part.querySelector('.gist-fold')) addGistButton(part);
  for (const risk of risksOf(part)) {
    if (risk.querySelector('.risk-fold')) continue;
    addButton(risk);
    foldRisk(risk, risk !== opened);
  }
  if (!part.querySelector('.all-fold')) addAllButton(part);
}

/** As one text: everything open, no buttons. */
export function unfoldAll(parts: readonly HTMLElement[]): void {
  for (const risk of parts.flatMap(risksOf)) {
    foldRisk(risk, false);
    risk.querySelector('.risk-fold')?.remove();
  }
  for (const part of parts) {
    foldGists(part, false);
    for (const button of Array.from(part.querySelectorAll('.gist-fold, .all-fold')))
      button.remove();
  }
}
