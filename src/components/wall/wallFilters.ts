import { postNamesFor } from '../../browser/postNames.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';
import { readQuery, writeQuery } from '../../browser/query.ts';
import { describePost, isEveryPost, postQuery, readPostQuery } from '../../model/post/myPost.ts';
import { myWalls } from '../../model/post/myWalls.ts';
import { localToday } from '../../model/text/dates.ts';
import { reviewStateOf } from '../../model/wall/reviews.ts';

type Field = HTMLSelectElement | HTMLInputElement;

/** A card with what is read of it once. */
interface Card {
  readonly id: string;
  readonly item: HTMLElement;
  readonly leadDepartments: readonly string[];
  readonly places: readonly string[];
}

function cardOf(item: HTMLElement): Card {
  const { id = '', department = '', posts = '' } = item.dataset;
  return { id, item, leadDepartments: department.split(' '), places: posts.split('；') };
}

const isBox = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === 'checkbox';

function chosenValue(field: Field): string {
  if (isBox(field)) return field.checked ? field.value : '';
  return field.value.trim();
}

/** Whether a card is what one field asks for; whose it is, is asked apart. */
function matches({ item }: Card, name: string, value: string, today: string): boolean {
  const own = item.dataset[name] ?? '';
  if (name === 'review') return reviewStateOf(own, today) === value;
  return name === 'text' ? own.includes(value) : own.split(' ').includes(value);
}

/**
 * Filters the cards of the wall index; the choice is kept in the address, so it can be sent on. Who
 * comes with a post in the address, as by “我的墙”, sees what is his at once, his own walls in front.
 */
export function startWallFilters(): void {
  const form = document.querySelector<HTMLFormElement>('[data-wall-filters]');
  const list = document.querySelector('.wall-cards');
  const count = document.querySelector('[data-wall-count]');
  if (!form || !list || !count) return;
  const cards = Array.from(list.querySelectorAll<HTMLElement>(':scope > li'), cardOf);
  const fields = Array.from(form.elements).filter(
    (field): field is Field =>
      field instanceof HTMLSelectElement || field instanceof HTMLInputElement,
  );
  const today = localToday();
  const asked = new URLSearchParams(readQuery());
  const post = loadMyPost();
  const own = myWalls(post, cards);
  // A post that no wall names would leave an empty page.
  const isNowhere = !isEveryPost(post) && own.length === 0;
  const mine = form.querySelector<HTMLElement>('[data-mine]');
  if (mine) {
    mine.hidden = isEveryPost(post) || isNowhere;
    if (!mine.hidden) void nameMine(mine);
  }

  async function nameMine(label: HTMLElement) {
    const named = await postNamesFor(post);
    const words = describePost(post, { wall: (id) => id.toUpperCase(), post: named });
    const text = label.querySelector('span');
    if (text) text.textContent = `只看我的岗位（${words}）`;
  }

  function show() {
    const wanted = fields
      .map((field) => ({ name: field.name, value: chosenValue(field) }))
      .filter(({ value }) => value !== '');
    const isMineOnly = wanted.some(({ name }) => name === 'mine');
    const plain = wanted.filter(({ name }) => name !== 'mine');
    const shown = (isMineOnly ? own : cards).filter((card) =>
      plain.every(({ name, value }) => matches(card, name, value, today)),
    );
    const rest = cards.filter((card) => !shown.includes(card));
    for (const card of cards) card.item.hidden = !shown.includes(card);
    // Moved and not only ordered by style: Tab goes the way the eye goes.
    const order = (isMineOnly ? [...shown, ...rest] : cards).map(({ item }) => item);
    if (order.some((item, i) => item !== list?.children[i])) list?.append(...order);
    if (count) count.textContent = told(shown.length);
    return { plain, isMineOnly };
  }

  /** Only what is chosen here is written down: the address that one has come by keeps its `#`. */
  function apply() {
    const { plain, isMineOnly } = show();
    const query = new URLSearchParams(plain.map(({ name, value }) => [name, value])).toString();
    const whose = isMineOnly ? postQuery(post) : '';
    writeQuery([whose, query].filter(Boolean).join('&'), 'replace');
  }

  function told(shown: number): string {
    const all = cards.length;
    const words = shown === all ? `共 ${all} 面` : `符合的 ${shown} 面，共 ${all} 面`;
    return isNowhere ? `各面墙上都没有写到选定的岗位，这里是全部。${words}` : words;
  }

  for (const field of fields) {
    if (isBox(field)) {
      const isAsked = asked.has('mine') || !isEveryPost(readPostQuery(readQuery()));
      field.checked = isAsked && own.length > 0;
    } else field.value = asked.get(field.name) ?? '';
  }
  form.addEventListener('input', apply);
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are emptied after the reset event, not before.
  form.addEventListener('reset', () => setTimeout(apply));
  show();
}
