import { keptKind, type Parts } from '../kept/kind.ts';
import { postQuery, readPostQuery, type MyPost } from './myPost.ts';

const part = 'choice';

/** “我的岗位” as it stands in the address. */
export const myPostKept = keptKind<MyPost>({
  name: 'my-post',
  schema: 1,
  migrations: {},
  partsOf: (data): Parts => {
    if (typeof data === 'string') return { [part]: data };
    return typeof data === 'object' && data !== null ? { [part]: postQuery(data as MyPost) } : {};
  },
  readPart: (_, data) => (typeof data === 'string' ? { data } : undefined),
  join: (_, parts) => (typeof parts[part] === 'string' ? readPostQuery(parts[part]) : undefined),
  partName: () => '我的岗位',
});
