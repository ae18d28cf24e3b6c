/** What `npm audit --json` prints, as far as it is read here. */
interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

function parsed(output: string): Audit {
  try {
    return JSON.parse(output) as Audit;
  } catch {
    return {};
  }
}

/**
 * Says in Chinese what the public list of known faults holds against the installed packages.
 * @param output what `npm audit --json` printed; on a machine without internet it tells of no list.
 */
export function auditReport(output: string): string {
  const { vulnerabilities } = parsed(output);
  if (!vulnerabilities) return '公开的漏洞库连不上，这一项没有查；能上网时再运行一次。';
  const found = Object.entries(vulnerabilities);
  if (found.length === 0) return '公开的漏洞库里没有这些包的漏洞。';
  const lines = found.map(([name, { severity }]) => `  ${name}（${severity}）`);
  return [`公开的漏洞库里有 ${found.length} 个包的漏洞，细节见 npm audit：`, ...lines].join('\n');
}
