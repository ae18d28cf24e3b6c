import { loadMyPost } from '../../browser/myPostStore.ts';
import { describePost, isEveryPost } from '../../model/post/myPost.ts';
import { listedName, numberedPosts } from '../../model/post/postList.ts';
import { fetchPostList } from '../../browser/postNames.ts';
import { onHashChange, readHash } from '../../browser/hash.ts';
import { isRiskMine, postsAt } from './postsAt.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

/** “我” in the corner of a box of the chart. */
function markOf(card: Element): SVGGElement {
  const x = Number(card.getAttribute('x')) + Number(card.getAttribute('width'));
  const y = Number(card.getAttribute('y'));
  const mark = document.createElementNS(svgSpace, 'g');
  mark.setAttribute('class', 'mine');
  const disc = document.createElementNS(svgSpace, 'circle');
  disc.setAttribute('cx', String(x));
  disc.setAttribute('cy', String(y));
  disc.setAttribute('r', '9');
  const word = document.createElementNS(svgSpace, 'text');
  word.setAttribute('x', String(x));
  word.setAttribute('y', String(y + 4));
  word.setAttribute('text-anchor', 'middle');
  word.textContent = '我';
  mark.append(disc, word);
  return mark;
}

/** A sign and a heavier frame: seen in print, and by who sees no colour. */
function markOnChart(steps: readonly HTMLElement[]): void {
  for (const step of steps) {
    const anchor = step.getAttribute('aria-labelledby') ?? '';
    for (const link of Array.from(document.querySelectorAll(`.flowchart a[href="#${anchor}"]`))) {
      const node = link.closest('.step');
      const card = node?.querySelector('.card');
      if (!node || !card) continue;
      node.append(markOf(card));
      node.classList.add('is-mine');
    }
  }
}

const numberOf = (step: HTMLElement) =>
  /\d+/.exec(step.querySelector('.step-number')?.textContent ?? '')?.[0] ?? '';

/** The button among the filters of the chart, which does what the box does. */
function mirrorOnFilter(box: HTMLInputElement, count: number): (isOn: boolean) => void {
  const button = document.querySelector<HTMLElement>('[data-filter-mine]');
  if (!button) return () => undefined;
  button.hidden = false;
  button.append(` ${count}`);
  button.addEventListener('click', () => box.click());
  return (isOn) => button.setAttribute('aria-pressed', String(isOn));
}

/**
 * Marks the steps of the reader's post on the chart and counts them, and lets him put aside the risks
 * of other posts: beside the chart they fade, in the text they are left out. A link to one that is
 * left out shows all.
 */
export async function showMyPost(place: HTMLElement): Promise<void> {
  const post = loadMyPost();
  if (isEveryPost(post)) return;
  const wall = {
    wallId: place.dataset['myPost'] ?? '',
    leadDepartments: place.dataset['lead']?.split(' ') ?? [],
  };
  const list = await fetchPostList();
  if (list.length === 0) {
    place.textContent = '岗位目录没有取到，暂时分不出哪些是我的；请刷新页面。';
    return;
  }
  const all = numberedPosts(list);
  const risks = Array.from(document.querySelectorAll<HTMLElement>('.risk[data-post]'));
  const mine = risks.filter((risk) => isRiskMine(post, wall, postsAt(risk, 'post', all)));
  // The steps that the post does or has a risk in.
  const steps = Array.from(document.querySelectorAll<HTMLElement>('.step[data-posts]')).filter(
    (step) =>
      postsAt(step, 'posts', all).some(({ ref }) => post.posts.includes(ref)) ||
      mine.some((risk) => step.contains(risk)),
  );
  markOnChart(steps);

  const box = document.createElement('input');
  box.type = 'checkbox';
  const label = document.createElement('label');
  const name = describePost(
    { ...post, walls: [] },
    { wall: (id) => id, post: (ref) => listedName(list, ref) },
  );
  label.append(box, ` 只看我的岗位（${name}）：${mine.length} 个，共 ${risks.length} 个`);
  const where = document.createElement('span');
  where.textContent =
    steps.length > 0
      ? `我的步骤 ${steps.length} 步，图上有“我”字：第 ${steps.map(numberOf).join('、')} 步`
      : '这面墙上没有我的步骤';
  place.textContent = '';
  place.append(label, ' ', where);

  const showOnFilter = mirrorOnFilter(box, mine.length);
  const show = () => {
    const shown = new Set(box.checked ? mine : risks);
    for (const risk of risks) risk.classList.toggle('is-others', !shown.has(risk));
    showOnFilter(box.checked);
    // The chart, and the numbers on its filter, follow.
    document.querySelector('[data-wall-filter]')?.dispatchEvent(new Event('change'));
  };
  box.addEventListener('change', show);
  onHashChange(() => {
    const target = document.getElementById(readHash());
    if (!target?.classList.contains('is-others')) return;
    box.checked = false;
    show();
    target.scrollIntoView();
  });
}
