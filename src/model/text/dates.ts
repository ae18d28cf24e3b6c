const pad = (value: number): string => String(value).padStart(2, '0');

/** YYYY-MM-DD in the local calendar. */
export function localDay(date: Date): string {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Today as YYYY-MM-DD in the local calendar. */
export function localToday(): string {
  return localDay(new Date());
}

/**
 * `2026-12-01 09:30` in the local calendar.
 * @param at ms since 1970.
 */
export function localTime(at: number): string {
  const date = new Date(at);
  return `${localDay(date)} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
