import type { ViewProps } from './viewProps.ts';

export function ReviewView({ counting }: ViewProps) {
  return <p class="muted">审核：已收 {counting.listed.length} 份。</p>;
}
