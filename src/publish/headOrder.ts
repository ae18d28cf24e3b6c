/** What chooses the engine of a browser with two stands before it: only metas may. */
const front = '<title>';
const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
const sheet = /<link rel="stylesheet"[^>]*>/g;

/**
 * The page with its policy and its style sheets before its title, where Astro writes them last.
 * A browser holds back what it would fetch in advance until it has read the policy, and the policy
 * then covers every script of the head; and a script that stands behind the sheets runs while they
 * come, so that what is painted first is the little that was read by then.
 */
export function headOrder(html: string): string {
  const end = html.indexOf('</head>');
  const head = html.slice(0, end);
  const found = policy.exec(head)?.[0];
  if (end < 0 || found === undefined || !head.includes(front)) return html;
  const sheets = Array.from(head.matchAll(sheet), ([link]) => link).join('');
  const rest = head.replace(found, '').replace(sheet, '');
  return rest.replace(front, () => `${found}${sheets}${front}`) + html.slice(end);
}
