import type { ViewProps } from './viewProps.ts';

export function TakeView({ counting }: ViewProps) {
  return <p class="muted">收文件：已收 {counting.listed.length} 份。</p>;
}
