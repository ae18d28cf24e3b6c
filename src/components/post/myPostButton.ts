import {
  describePost,
  everyPost,
  isEveryPost,
  postQuery,
  type MyPost,
} from '../../model/post/myPost.ts';
import { postLevels } from '../../model/vocabulary.ts';
import { rememberMyPost, storedMyPost } from '../../browser/myPostStore.ts';
import { postNamesFor } from '../../browser/postNames.ts';

/** What a page is about: a post of the catalogue, a level, or a department. */
interface Place {
  readonly asked: MyPost;
  readonly isIn: (post: MyPost) => boolean;
  readonly added: (post: MyPost) => MyPost;
  readonly removed: (post: MyPost) => MyPost;
}

function placeOf({ post: ref, level: levelName, department = '' }: DOMStringMap): Place {
  if (ref !== undefined) {
    return {
      asked: { ...everyPost, posts: [ref] },
      isIn: ({ posts }) => posts.includes(ref),
      // Who holds two posts marks both; level and department no longer say anything.
      added: ({ posts }) => ({ ...everyPost, posts: [...posts, ref] }),
      removed: ({ posts }) => ({ ...everyPost, posts: posts.filter((one) => one !== ref) }),
    };
  }
  const level = postLevels.find((one) => one === levelName);
  // A level and a department are chosen on pages of their own: each keeps the other half.
  const values = level ? { levels: [level] } : { departments: [department] };
  const none = level ? { levels: [] } : { departments: [] };
  return {
    asked: { ...everyPost, ...values },
    isIn: ({ levels, departments }) =>
      level ? levels.includes(level) : departments.includes(department),
    added: (post) => ({ ...post, posts: [], ...values }),
    removed: (post) => ({ ...post, ...none }),
  };
}

/** On the page of a post, a level or a department: “这是我的岗位”. */
export function startMyPostButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-my-post-button]');
  const said = document.querySelector('[data-my-post-said]');
  if (!button || !said) return;
  const place = placeOf(button.dataset);
  const show = async () => {
    const post = storedMyPost();
    const isChosen = place.isIn(post);
    button.setAttribute('aria-pressed', String(isChosen));
    // The links say “this post”; with the other half known they say exactly mine.
    const query = postQuery(isChosen ? post : place.asked);
    for (const link of Array.from(
      document.querySelectorAll<HTMLAnchorElement>('[data-my-post-link]'),
    )) {
      const [path = ''] = link.href.split('?');
      link.href = `${path}?${query}`;
    }
    const named = await postNamesFor(post);
    said.textContent = isEveryPost(post)
      ? '记下来，墙、自查、测验、承诺书都从你的岗位开始。'
      : `我的岗位：${describePost(post, { wall: (id) => id.toUpperCase(), post: named })}`;
  };
  button.addEventListener('click', () => {
    const post = storedMyPost();
    rememberMyPost(place.isIn(post) ? place.removed(post) : place.added(post));
    void show();
  });
  void show();
}
