import { keptKind, type Parts } from '../kept/kind.ts';
import { postQuery, readPostQuery, type MyPost } from './myPost.ts';

export const myPostPart = 'choice';

/** “我的岗位” as it stands in the address. */
export const myPostKept = keptKind<MyPost>({
  name: 'my-post',
  schema: 1,
  migrations: {},
  partsOf: (data): Parts => {
    if (typeof data === 'string') return { [myPostPart]: data };
    return typeof data === 'object' && data !== null
      ? { [myPostPart]: postQuery(data as MyPost) }
      : {};
  },
  readPart: (_, data) => (typeof data === 'string' ? { data } : undefined),
  join: (_, parts) =>
    typeof parts[myPostPart] === 'string' ? readPostQuery(parts[myPostPart]) : undefined,
  partName: () => '我的岗位',
});
