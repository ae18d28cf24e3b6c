import type { ComponentChildren } from 'preact';
import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import { Message } from '../../controls/Message.tsx';
import { lackText } from './lackText.ts';

interface Props {
  /** What is still fetched before it can be judged. */
  readonly waitsFor: string | undefined;
  readonly lacks: readonly Lack[];
  /** Fields whose lacks stand above all others. */
  readonly above: readonly string[];
  readonly children: ComponentChildren;
}

/** The frame of what goes into a wall: whether it is complete, and the fields. */
export function AdoptedFrame({ waitsFor, lacks, above, children }: Props) {
  const whole = lackText(lacks, ...above);
  return (
    <section class="review-adopted" aria-labelledby="review-adopted">
      <h4 id="review-adopted">放进墙里的样子</h4>
      <p class="muted small" role="status">
        {waitsFor ??
          (lacks.length === 0
            ? '写齐了，会放进工作簿。'
            : `还缺 ${lacks.length} 处，写齐了才放进工作簿。`)}
      </p>
      {whole && <Message isFault>{whole}</Message>}
      {children}
    </section>
  );
}
