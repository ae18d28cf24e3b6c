import type { ComponentChildren } from 'preact';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { sheetFoot } from '../../model/print/sheetFoot.ts';

interface Props {
  readonly direction: 'portrait' | 'landscape';
  /** Further classes of this kind of sheet. */
  readonly class?: string;
  /** What the sheet is called for those who hear the page. */
  readonly label: string;
  readonly words: BureauWords;
  /** Of the content that is printed, at the foot. */
  readonly contentVersion: string;
  /** A check code or paper number between note and page number; left out when undefined. */
  readonly code?: string | undefined;
  readonly number: number;
  readonly count: number;
  readonly children: ComponentChildren;
}

/**
 * One sheet of paper with its foot: whose words these are, by what they can be checked, which page
 * of how many. Kernels below 131 cannot number pages by themselves.
 */
export function Sheet(props: Props) {
  const { direction, label, words, contentVersion, code, number, count, children } = props;
  const names = ['form-sheet', `is-${direction}`, props.class].filter(Boolean).join(' ');
  return (
    <section class={names} aria-label={label}>
      <div class="form-body">{children}</div>
      <p class="form-foot">
        <span>{sheetFoot(words, contentVersion)}</span>
        {code !== undefined && <span>{code}</span>}
        <span>
          第 {number} 页 共 {count} 页
        </span>
      </p>
    </section>
  );
}
