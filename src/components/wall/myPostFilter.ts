import { describePost, isEveryPost, isPairMine } from '../../model/post/myPost.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';
import { onHashChange, readHash } from '../../browser/address.ts';

/** On a wall: lets the reader hide the risks of other posts. A link to a hidden one shows all. */
export function startMyPostFilter(): void {
  const place = document.querySelector<HTMLElement>('[data-my-post]');
  const post = loadMyPost();
  if (!place || isEveryPost(post)) return;
  const wallId = place.dataset['myPost'] ?? '';
  const risks = Array.from(document.querySelectorAll<HTMLElement>('.risk[data-post]'));
  const mine = risks.filter(({ dataset }) => isPairMine(post, dataset['post'] ?? '', wallId));

  const box = document.createElement('input');
  box.type = 'checkbox';
  const label = document.createElement('label');
  const name = describePost({ ...post, walls: [] }, (id) => id);
  label.append(box, ` 只看我的岗位（${name}）：${mine.length} 个，共 ${risks.length} 个`);
  place.textContent = '';
  place.append(label);

  const show = () => {
    const shown = new Set(box.checked ? mine : risks);
    for (const risk of risks) risk.hidden = !shown.has(risk);
  };
  box.addEventListener('change', show);
  onHashChange(() => {
    const target = document.getElementById(readHash());
    if (!target?.hidden) return;
    box.checked = false;
    show();
    target.scrollIntoView();
  });
}
