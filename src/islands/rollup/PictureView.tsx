import type { ViewProps } from './viewProps.ts';

export function PictureView({ counting }: ViewProps) {
  return <p class="muted">情况：已收 {counting.listed.length} 份。</p>;
}
