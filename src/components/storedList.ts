import { clearEverything, everyStoredKey } from '../browser/storage.ts';

/** What the keys of the storage hold, in the words of the pages; the first that fits counts. */
const kinds: readonly (readonly [beginning: string, name: string])[] = [
  ['damaged.', '读不出来、留着备查的记录'],
  ['assessment', '自查记录'],
  ['letter.draft', '没有写完的承诺书'],
  ['letter', '本机打印记录'],
  ['quiz', '测验记录和错题本'],
  ['warning', '没有写完的通知单'],
  ['my-post', '我的岗位'],
  ['preferences', '大字、深色的选择'],
];

/** `自查记录 3 项`, in the order of the list above. */
function storedLines(): string[] {
  const counts = new Map<string, number>();
  for (const key of everyStoredKey()) {
    const name = kinds.find(([beginning]) => key.startsWith(beginning))?.[1] ?? '其他设置';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const order = [...kinds.map(([, name]) => name), '其他设置'];
  return order.flatMap((name) => {
    const count = counts.get(name);
    return count === undefined ? [] : `${name}：${count} 项`;
  });
}

/** On the page about the site: shows what this browser holds, and removes it after a second click. */
export function startStoredList(): void {
  const host = document.querySelector('[data-stored]');
  const list = host?.querySelector('[data-stored-list]');
  const clear = host?.querySelector<HTMLButtonElement>('[data-stored-clear]');
  const confirm = host?.querySelector<HTMLButtonElement>('[data-stored-confirm]');
  const said = host?.querySelector('[data-stored-said]');
  if (!list || !clear || !confirm || !said) return;

  const show = () => {
    const lines = storedLines();
    list.textContent = '';
    for (const line of lines.length > 0 ? lines : ['什么都没有存。']) {
      const item = document.createElement('li');
      item.textContent = line;
      list.append(item);
    }
    clear.disabled = lines.length === 0;
  };
  show();
  clear.addEventListener('click', () => {
    confirm.hidden = false;
    confirm.focus();
    said.textContent = '没有导出的自查和测验记录会一起清掉。';
  });
  confirm.addEventListener('click', () => {
    clearEverything();
    confirm.hidden = true;
    show();
    said.textContent = '已经清除。';
    clear.focus();
  });
}
