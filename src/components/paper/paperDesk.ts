import { loadMyPost } from '../../browser/myPostStore.ts';
import { fetchPostList } from '../../browser/postNames.ts';
import { onEveryPrint, printPage } from '../../browser/print.ts';
import { describePost, isEveryPost } from '../../model/post/myPost.ts';
import { listedName, numberedPosts } from '../../model/post/postList.ts';
import { isRiskMine, postsAt } from '../wall/postsAt.ts';
import { laySheets, type SheetParts } from './laySheets.ts';
import { takeQuery } from './takeQuery.ts';

/** Which risks are printed: all that it holds for. */
type Part = (risk: HTMLElement) => boolean;

interface Mine {
  readonly isMine: Part;
  readonly name: string;
}

/** The risks of the reader's own post; undefined as long as he has not said which it is. */
async function mineOn(desk: HTMLElement): Promise<Mine | undefined> {
  const post = loadMyPost();
  if (isEveryPost(post)) return undefined;
  const list = await fetchPostList();
  if (list.length === 0) return undefined;
  const all = numberedPosts(list);
  const wall = {
    wallId: desk.dataset['wall'] ?? '',
    leadDepartments: desk.dataset['lead']?.split(' ') ?? [],
  };
  return {
    isMine: (risk) => isRiskMine(post, wall, postsAt(risk, 'post', all)),
    name: describePost(
      { ...post, walls: [] },
      { wall: (id) => id, post: (ref) => listedName(list, ref) },
    ),
  };
}

function partOf(value: string, mine: Mine | undefined): Part {
  const [kind, which = ''] = value.split('-');
  if (kind === 'grade') return (risk) => risk.dataset['grade'] === which;
  if (kind === 'step')
    return (risk) => risk.closest<HTMLElement>('[data-group]')?.dataset['group'] === which;
  if (kind === 'mine' && mine) return mine.isMine;
  return () => true;
}

/** The desk on which the sheets of a wall are chosen, looked at and printed. */
export async function startPaperDesk(): Promise<void> {
  const desk = document.querySelector<HTMLElement>('[data-paper-desk]');
  const form = desk?.querySelector<HTMLFormElement>('[data-paper-choice]');
  const source = desk?.querySelector<HTMLElement>('[data-paper-source]');
  const place = desk?.querySelector<HTMLElement>('[data-paper-sheets]');
  const template = desk?.querySelector<HTMLTemplateElement>('[data-paper-template]');
  const status = desk?.querySelector<HTMLElement>('[data-paper-told]');
  const parts = form?.elements.namedItem('part');
  const forms = form?.elements.namedItem('form');
  if (!desk || !form || !source || !place || !template?.content || !status) return;
  if (!(parts instanceof HTMLSelectElement) || !(forms instanceof HTMLSelectElement)) return;
  const sheets: SheetParts = { source, place, template };

  takeQuery([parts, forms]);
  const mine = await mineOn(desk);
  const mineOption = parts.querySelector<HTMLOptionElement>('[data-part-mine]');
  if (mine && mineOption) {
    mineOption.hidden = false;
    mineOption.textContent = `我的岗位（${mine.name}）`;
  } else if (parts.value === 'mine') parts.value = 'all';

  const lay = () => {
    const isWhole = parts.value === 'all';
    const name = parts.selectedOptions[0]?.textContent?.trim() ?? '';
    const { pages, risks } = laySheets(sheets, {
      table: forms.value === 'brief' ? 'brief' : 'full',
      isWhole,
      isShown: partOf(parts.value, mine),
      partName: isWhole ? '' : `只印：${name}`,
    });
    status.textContent =
      risks === 0
        ? '选的这一部分没有风险点，换一个。'
        : `A4 共 ${pages} 页，${risks} 个风险点。打印时纸选 A4，比例 100%，不要页眉页脚；订在左边。`;
    desk.dataset['paperPages'] = String(pages);
  };

  onEveryPrint(() => 'A4 landscape', 'form');
  form.addEventListener('change', lay);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    printPage();
  });
  lay();
  desk.dataset['paperReady'] = '';
}
