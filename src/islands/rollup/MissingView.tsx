import type { ViewProps } from './viewProps.ts';

export function MissingView({ counting }: ViewProps) {
  return <p class="muted">谁没交：已收 {counting.listed.length} 份。</p>;
}
