import type { ViewProps } from './viewProps.ts';

export function KeepView({ counting }: ViewProps) {
  return <p class="muted">存和比：已收 {counting.listed.length} 份。</p>;
}
