import {
  describePost,
  everyPost,
  isEveryPost,
  postQuery,
  type MyPost,
} from '../../model/post/myPost.ts';
import { findListed, listedName, type PostList } from '../../model/post/postList.ts';
import { loadMyPost, saveMyPost } from '../../browser/myPostStore.ts';
import { fetchPostList } from '../../browser/postNames.ts';

function option(value: string, text: string): HTMLOptionElement {
  const one = document.createElement('option');
  one.value = value;
  one.textContent = text;
  return one;
}

/** On the home page: choose department and post once; the links below lead to what is mine. */
export function startMyPostChoice(): void {
  const form = document.querySelector<HTMLFormElement>('[data-my-post-choice]');
  const department = form?.querySelector<HTMLSelectElement>('[name="department"]');
  const post = form?.querySelector<HTMLSelectElement>('[name="post"]');
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-my-post-link]'));
  const said = document.querySelector('[data-my-post-said]');
  if (!department || !post || !said) return;

  const tell = (mine: MyPost, list: PostList) => {
    const query = postQuery(mine);
    for (const link of links) {
      const [path = ''] = link.href.split('?');
      link.href = query ? `${path}?${query}` : path;
    }
    const words = describePost(mine, {
      wall: (id) => id.toUpperCase(),
      post: (ref) => listedName(list, ref),
    });
    said.textContent = isEveryPost(mine)
      ? '没有选，看到的是全部岗位。'
      : `${words}。记在这台电脑的浏览器里，墙、自查、测验、承诺书都跟着它。`;
  };
  const offer = (list: PostList, ref: string) => {
    const own = list.find(({ name }) => name === department.value)?.posts ?? [];
    post.replaceChildren(
      option('', own.length > 0 ? '请选择' : '先选处室'),
      ...own.map((one) => option(one.ref, one.name)),
    );
    post.disabled = own.length === 0;
    post.value = ref;
  };
  /** A department alone is as much as was chosen before; its post makes it exact. */
  const choose = (list: PostList) => {
    const next: MyPost = post.value
      ? { ...everyPost, posts: [post.value] }
      : { ...everyPost, departments: department.value ? [department.value] : [] };
    saveMyPost(next);
    tell(next, list);
  };
  const start = async () => {
    const mine = loadMyPost();
    if (mine.posts.length === 0) tell(mine, []);
    const list = await fetchPostList();
    const [first = ''] = mine.posts;
    const found = findListed(list, first);
    department.value = found?.department ?? mine.departments[0] ?? '';
    offer(list, found ? first : '');
    tell(mine, list);
    department.addEventListener('change', () => {
      offer(list, '');
      choose(list);
    });
    post.addEventListener('change', () => choose(list));
  };
  void start();
}
