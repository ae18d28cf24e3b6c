import { describePost, isEveryPost, postQuery } from '../../model/post/myPost.ts';
import { postLevels } from '../../model/vocabulary.ts';
import { rememberMyPost, storedMyPost } from '../../browser/myPostStore.ts';

/**
 * On the page of a level or a department: “这是我的岗位”. A level and a department are chosen on pages
 * of their own, so each keeps what was chosen on the other.
 */
export function startMyPostButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-my-post-button]');
  const said = document.querySelector('[data-my-post-said]');
  if (!button || !said) return;
  const level = postLevels.find((one) => one === button.dataset['level']);
  const { department } = button.dataset;
  const isChosen = () => {
    const { levels, departments } = storedMyPost();
    return level ? levels.includes(level) : departments.includes(department ?? '');
  };
  const show = () => {
    const post = storedMyPost();
    button.setAttribute('aria-pressed', String(isChosen()));
    said.textContent = isEveryPost(post)
      ? '记下来，墙、自查、测验、承诺书都从你的岗位开始。'
      : `我的岗位：${describePost(post, (id) => id.toUpperCase())}`;
    for (const link of Array.from(
      document.querySelectorAll<HTMLAnchorElement>('[data-my-post-link]'),
    )) {
      // The links say “this post”; with the other half known they say exactly mine.
      const [path = ''] = link.href.split('?');
      link.href = `${path}?${postQuery(
        isChosen()
          ? post
          : {
              levels: level ? [level] : [],
              departments: department ? [department] : [],
              walls: [],
            },
      )}`;
    }
  };
  button.addEventListener('click', () => {
    const post = storedMyPost();
    const drop = isChosen();
    rememberMyPost(
      level
        ? { ...post, levels: drop ? [] : [level] }
        : { ...post, departments: drop ? [] : [department ?? ''] },
    );
    show();
  });
  show();
}
