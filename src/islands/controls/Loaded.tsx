import type { ComponentChildren } from 'preact';
import { faultText, type Fetched } from '../../model/published/fetched.ts';
import { Message } from './Message.tsx';

interface Props<T> {
  /** What is being fetched, as readers call it: 题目. */
  readonly what: string;
  /** Undefined while it is on its way. */
  readonly fetched: Fetched<T> | undefined;
  /** What is not lost when it cannot be had. */
  readonly reassurance?: string;
  /** Said meanwhile, in place of 正在取…. */
  readonly waiting?: string;
  readonly children: (data: T) => ComponentChildren;
}

/** What a page shows of a data file: that it is coming, why it did not, or what it holds. */
export function Loaded<T>({ what, fetched, reassurance = '', waiting, children }: Props<T>) {
  if (!fetched) return <p class="muted">{waiting ?? `正在取${what}…`}</p>;
  if (fetched.status === 'present') return <>{children(fetched.data)}</>;
  return (
    <Message isFault role="alert">
      {what}没有取到。{faultText(fetched.fault)}
      {reassurance}
    </Message>
  );
}
