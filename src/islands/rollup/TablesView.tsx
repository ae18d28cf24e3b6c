import type { ViewProps } from './viewProps.ts';

export function TablesView({ counting }: ViewProps) {
  return <p class="muted">表和报告：已收 {counting.listed.length} 份。</p>;
}
