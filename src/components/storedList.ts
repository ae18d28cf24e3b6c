import { asideFile, asideLabel, holdingLines } from '../model/kept/holdings.ts';
import { localDay, localTime } from '../model/text/dates.ts';
import { saveText } from '../browser/files.ts';
import { clearEverything, heldKeys, keeper } from '../browser/keeper.ts';

/** Puts lines into a list, in the place of what stood there. */
function fillList(list: Element, lines: readonly string[]): void {
  list.textContent = '';
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
}

/** What could not be read: named, saved as a file, or dropped after a second click. */
function startAsides(host: Element, changed: () => void): () => void {
  const list = host.querySelector('[data-aside-list]');
  const save = host.querySelector('[data-aside-save]');
  const drop = host.querySelector<HTMLButtonElement>('[data-aside-drop]');
  let isAsked = false;
  const show = () => {
    const asides = keeper.asides();
    host.toggleAttribute('hidden', asides.length === 0);
    if (!list || !drop) return;
    fillList(
      list,
      asides.map((aside) => `${asideLabel(aside)}里的一处，${localTime(aside.at)} 发现的`),
    );
    drop.textContent = isAsked ? '确定不要了，找不回来' : '不要了';
  };
  save?.addEventListener('click', () => {
    const text = asideFile(keeper.asides());
    saveText(`读不出来的数据-${localDay(new Date())}.json`, text, 'application/json');
  });
  drop?.addEventListener('click', () => {
    if (isAsked) for (const { id } of keeper.asides()) keeper.dropAside(id);
    isAsked = !isAsked;
    show();
    changed();
  });
  return show;
}

/** On the page about the site: shows what this browser holds, and removes it after a second click. */
export function startStoredList(): void {
  const host = document.querySelector('[data-stored]');
  const list = host?.querySelector('[data-stored-list]');
  const clear = host?.querySelector<HTMLButtonElement>('[data-stored-clear]');
  const confirm = host?.querySelector<HTMLButtonElement>('[data-stored-confirm]');
  const said = host?.querySelector('[data-stored-said]');
  const asides = host?.querySelector('[data-asides]');
  if (!list || !clear || !confirm || !said || !asides) return;

  const showStored = async () => {
    const lines = holdingLines(await heldKeys());
    fillList(list, lines.length > 0 ? lines : ['什么都没有存。']);
    clear.disabled = lines.length === 0;
  };
  const showAsides = startAsides(asides, () => void showStored());
  const show = async () => {
    showAsides();
    await showStored();
  };
  void show();
  // What a power cut has taken from the browser's storage comes back from the safety copy.
  void keeper.ready().then(show);
  clear.addEventListener('click', () => {
    confirm.hidden = false;
    confirm.focus();
    said.textContent = '没有导出的自查、测验记录和汇总会一起清掉。';
  });
  confirm.addEventListener('click', () => {
    confirm.hidden = true;
    clear.focus();
    said.textContent = '正在清除…';
    void clearEverything().then(async (isEmpty) => {
      await show();
      said.textContent = isEmpty
        ? '已经清除。'
        : '没有全清掉：浏览器不让删，关掉别的标签页再试一次。';
    });
  });
}
