import { isEveryPost, isPlaceMine } from '../../model/post/myPost.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';

/** Filters the cards of the wall index; the choice is kept in the address, so it can be sent on. */
export function startWallFilters(): void {
  const form = document.querySelector<HTMLFormElement>('[data-wall-filters]');
  const count = document.querySelector('[data-wall-count]');
  const cards = Array.from(document.querySelectorAll<HTMLElement>('.wall-cards > li'));
  if (!form) return;

  const post = loadMyPost();
  const mine = form.querySelector<HTMLElement>('[data-mine]');
  if (mine) mine.hidden = isEveryPost(post);

  const fields = Array.from(form.elements).filter(
    (field): field is HTMLSelectElement | HTMLInputElement =>
      field instanceof HTMLSelectElement || field instanceof HTMLInputElement,
  );

  function apply() {
    const wanted = fields
      .map((field) => ({ name: field.name, value: chosenValue(field) }))
      .filter(({ value }) => value !== '');
    let shown = 0;
    for (const card of cards) {
      const matches = wanted.every(({ name, value }) => {
        const own = card.dataset[name] ?? '';
        if (name === 'mine') {
          const places = card.dataset['posts']?.split('；') ?? [];
          return places.some((place) => isPlaceMine(post, place, card.dataset['id'] ?? ''));
        }
        return name === 'text' ? own.includes(value) : own.split(' ').includes(value);
      });
      card.hidden = !matches;
      if (matches) shown += 1;
    }
    if (count) {
      count.textContent =
        shown === cards.length ? `共 ${shown} 面` : `符合的 ${shown} 面，共 ${cards.length} 面`;
    }
    const query = new URLSearchParams(wanted.map(({ name, value }) => [name, value])).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  }

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? '';
    if (field.type === 'checkbox') (field as HTMLInputElement).checked = value !== '';
    else field.value = value;
  }
  form.addEventListener('input', apply);
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are emptied after the reset event, not before.
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
}

function chosenValue(field: HTMLSelectElement | HTMLInputElement): string {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    return field.checked ? field.value : '';
  }
  return field.value.trim();
}
