/**
 * The filter beside the chart: what does not match fades, on the chart and among the risks, and the
 * numbers on the buttons say how many are left.
 */

const risksOfPage = () => Array.from(document.querySelectorAll<HTMLElement>('.risk'));

interface Wanted {
  readonly grades: ReadonlySet<string>;
  readonly category: string;
  readonly level: string;
}

function wantedOf(filter: HTMLElement): Wanted {
  const pressed = filter.querySelectorAll<HTMLElement>('[data-filter-grade][aria-pressed="true"]');
  const valueOf = (name: string) =>
    filter.querySelector<HTMLSelectElement>(`[data-filter-${name}]`)?.value ?? '';
  return {
    grades: new Set(Array.from(pressed, ({ dataset }) => dataset['filterGrade'] ?? '')),
    category: valueOf('category'),
    level: valueOf('level'),
  };
}

const gradeOf = ({ className }: Element) => /is-grade-(\d)/.exec(className)?.[1] ?? '';

/**
 * All but the grade, so that a button can say what it would bring. Category and level are in the
 * line under the act: `权力风险｜领导岗位｜…`.
 */
function isOfKind(risk: Element, { category, level }: Wanted): boolean {
  if (risk.classList.contains('is-others')) return false;
  const said = risk
    .querySelector('.risk-meta')
    ?.textContent.split('｜')
    .map((part) => part.trim());
  return [category, level].every((wanted) => wanted === '' || said?.includes(wanted));
}

function apply(filter: HTMLElement): void {
  const wanted = wantedOf(filter);
  const risks = risksOfPage();
  const faded = new Set(
    risks
      .filter((risk) => !isOfKind(risk, wanted) || !wanted.grades.has(gradeOf(risk)))
      .map(({ id }) => id.replace(/^risk-/, '')),
  );
  for (const risk of risks)
    risk.classList.toggle('is-faded', faded.has(risk.id.replace(/^risk-/, '')));
  for (const sign of Array.from(document.querySelectorAll<SVGElement>('.flowchart [data-risk]'))) {
    sign.classList.toggle('is-faded', faded.has(sign.dataset['risk'] ?? ''));
  }
  for (const step of Array.from(document.querySelectorAll('.flowchart .step'))) {
    const signs = Array.from(step.querySelectorAll('[data-risk]'));
    const isFaded = faded.size > 0 && signs.every((sign) => sign.classList.contains('is-faded'));
    step.classList.toggle('is-faded', isFaded);
  }
  for (const button of Array.from(filter.querySelectorAll<HTMLElement>('[data-filter-grade]'))) {
    const grade = button.dataset['filterGrade'];
    const count = button.querySelector('[data-count]');
    const left = risks.filter((risk) => gradeOf(risk) === grade && isOfKind(risk, wanted)).length;
    if (count) count.textContent = String(left);
  }
}

export function startWallFilter(): void {
  const filter = document.querySelector<HTMLElement>('[data-wall-filter]');
  if (!filter) return;
  filter.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-filter-grade]') : null;
    if (!button) return;
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    apply(filter);
  });
  filter.addEventListener('change', () => apply(filter));
}
