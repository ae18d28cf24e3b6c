/** What chooses the engine of a browser with two stands before it: only metas may. */
const front = '<title>';
const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
const sheet = /<link rel="stylesheet"( href="[^"]*")>/g;

/**
 * The page with its policy, and word of its style sheets, before its title.
 * Astro writes policy and sheets last. A browser holds back what it would fetch in advance until it has
 * read the policy, and the policy then covers every script of the head. The sheets stay where they
 * are: a script behind them would wait for them, and all that follows it; so they are fetched while
 * the page is read on.
 */
export function headOrder(html: string): string {
  const end = html.indexOf('</head>');
  const head = html.slice(0, end);
  const found = policy.exec(head)?.[0];
  if (end < 0 || found === undefined || !head.includes(front)) return html;
  const hints = Array.from(
    head.matchAll(sheet),
    ([, href = '']) => `<link rel="preload" as="style"${href}>`,
  ).join('');
  const rest = head.replace(found, '');
  return rest.replace(front, () => `${found}${hints}${front}`) + html.slice(end);
}
