import { everyKey } from '../../browser/storage.ts';
import type { oldKeys } from '../../model/kept/oldKeys.ts';

const kind: keyof typeof oldKeys = 'my-post';

/** Whether a post can have been chosen, here or in the address; asked without reading what it is. */
const mayHavePost = () => location.search !== '' || everyKey().some((key) => key.includes(kind));

/** On a wall: whoever has chosen a post sees what is his; to others nothing more is sent. */
export async function startMyPostFilter(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-my-post]');
  if (!place || !mayHavePost()) return;
  const { showMyPost } = await import('./myPostOnWall.ts');
  await showMyPost(place);
}
