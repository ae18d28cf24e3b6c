/** What came of fetching a data file. The causes are told apart because their remedies are. */
export type Fetched<T> =
  | { readonly status: 'present'; readonly data: T }
  | { readonly status: 'absent'; readonly fault: DataFault };

export type DataFault =
  /** The server answered, but not with the file. */
  | { readonly cause: 'refused'; readonly path: string; readonly httpStatus: number }
  /** No answer at all, or one that broke off. */
  | { readonly cause: 'network'; readonly path: string }
  /** The file came and is not what was published. */
  | { readonly cause: 'unreadable'; readonly path: string }
  /** Page and file are of two publications of the site. */
  | { readonly cause: 'outdated' }
  /** Opened from a folder: the file is not there, not whole, or of another publication. */
  | { readonly cause: 'folder'; readonly path: string };

/** One sentence for the reader: what is the matter, and who does what about it. */
export function faultText(fault: DataFault): string {
  switch (fault.cause) {
    case 'refused':
      return `服务器没有给出 ${fault.path}（${fault.httpStatus}）：请管理员检查服务器上的文件类型设置。`;
    case 'network':
      return `没有连上服务器，取不到 ${fault.path}：请看网线和网络，再刷新页面。`;
    case 'unreadable':
      return `服务器给出的 ${fault.path} 读不出来：请管理员把整个网站文件夹重新复制一遍。`;
    case 'outdated':
      return '本站刚刚更新，这一页还是旧的，请刷新页面。';
    case 'folder':
      return `文件夹里的 ${fault.path} 没有、不全或者不是同一版：请把压缩包重新解开到一个新的文件夹。`;
  }
}

/** The data changed by a function; a fault stays what it is. */
export function mapFetched<T, U>(fetched: Fetched<T>, change: (data: T) => U): Fetched<U> {
  return fetched.status === 'present' ? { status: 'present', data: change(fetched.data) } : fetched;
}

/** Several files as one: all of them, or the first fault. */
export function allFetched<T>(all: readonly Fetched<T>[]): Fetched<readonly T[]> {
  const data: T[] = [];
  for (const one of all) {
    if (one.status === 'absent') return one;
    data.push(one.data);
  }
  return { status: 'present', data };
}

/** Two files of different kinds as one. */
export function bothFetched<A, B>(a: Fetched<A>, b: Fetched<B>): Fetched<readonly [A, B]> {
  if (a.status === 'absent') return a;
  return mapFetched(b, (data) => [a.data, data] as const);
}

/**
 * Whether a file belongs to another publication of the site than the page does. A file or page that
 * does not say when it was published is taken as it is.
 */
export function isOfOtherSite(data: unknown, pageVersion: string | undefined): boolean {
  if (pageVersion === undefined || typeof data !== 'object' || data === null) return false;
  const { siteVersion } = data as { readonly siteVersion?: unknown };
  return typeof siteVersion === 'string' && siteVersion !== pageVersion;
}
