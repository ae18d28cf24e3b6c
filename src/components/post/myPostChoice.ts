import { isEveryPost, postQuery, type MyPost } from '../../model/post/myPost.ts';
import { postLevels } from '../../model/vocabulary.ts';
import { loadMyPost, saveMyPost } from '../../browser/myPostStore.ts';

/** On the home page: choose level and department once; the links below lead to what is mine. */
export function startMyPostChoice(): void {
  const form = document.querySelector<HTMLFormElement>('[data-my-post-choice]');
  if (!form) return;
  const level = form.querySelector<HTMLSelectElement>('[name="level"]');
  const department = form.querySelector<HTMLSelectElement>('[name="department"]');
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-my-post-link]'));
  const said = document.querySelector('[data-my-post-said]');
  if (!level || !department) return;

  const show = (post: MyPost) => {
    level.value = post.levels.length === 1 ? (post.levels[0] ?? '') : '';
    department.value = post.departments.length === 1 ? (post.departments[0] ?? '') : '';
    const query = postQuery(post);
    for (const link of links) {
      const [path = ''] = link.href.split('?');
      link.href = query ? `${path}?${query}` : path;
    }
    if (said) {
      said.textContent = isEveryPost(post)
        ? '没有选，看到的是全部岗位。'
        : '记在这台电脑的浏览器里，墙、自查、测验、承诺书都跟着它。';
    }
  };
  const choose = () => {
    const post: MyPost = {
      ...loadMyPost(),
      levels: postLevels.filter((one) => one === level.value),
      departments: department.value ? [department.value] : [],
    };
    saveMyPost(post);
    show(post);
  };
  show(loadMyPost());
  level.addEventListener('change', choose);
  department.addEventListener('change', choose);
}
