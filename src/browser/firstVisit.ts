/** Whether the reader has come by a link or an address; not by Back or Forward, not by a reload. */
export function isFirstVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'navigate';
}
