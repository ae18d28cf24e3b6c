import { closeBrowser, launchKernel } from './browser/support/browsers.ts';
import { serveSite } from './browser/support/site.ts';
const slugs = (process.argv[2] === "five" ? "spatial-plan-amendment,land-price-appraisal,land-registration,mining-right-auction,petition-handling" : process.argv[2] ?? "").split(",");
const rounds = Number(process.argv[3]);
const browser = (await launchKernel(153))!;
const sites: any[] = [];
for (const a of process.argv.slice(4)) { const [d, path, sel] = a.split('@'); sites.push([d + (path ?? ''), await serveSite(d!, '/', undefined, true), path ?? 'walls/*/', sel ?? '.chart-frame svg']); }
async function raw(url: string, selector: string) {
  const b = await browser.newBrowserCDPSession();
  const { browserContextId } = await b.send('Target.createBrowserContext' as any) as any;
  const { targetId } = await b.send('Target.createTarget' as any, { url: 'about:blank', browserContextId, width: 1366, height: 768 } as any) as any;
  const { sessionId } = await b.send('Target.attachToTarget' as any, { targetId, flatten: false } as any) as any;
  let id = 0; const waiting = new Map<number, (v: any) => void>(); let loaded: () => void = () => {}; const load = new Promise<void>((r) => (loaded = r));
  b.on('Target.receivedMessageFromTarget' as any, (m: any) => { if (m.sessionId !== sessionId) return; const d = JSON.parse(m.message); if (d.id) waiting.get(d.id)?.(d); if (d.method === 'Page.loadEventFired') loaded(); });
  const send = (method: string, params: any = {}) => new Promise<any>((r) => { id += 1; waiting.set(id, (d) => { if (d.error) console.log(method, d.error); r(d.result); }); void b.send('Target.sendMessageToTarget' as any, { sessionId, message: JSON.stringify({ id, method, params }) } as any); });
  await send('Emulation.setDeviceMetricsOverride', { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false });
  await send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await send('Network.emulateNetworkConditions', { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 });
  await send('Page.enable');
  await send('Page.addScriptToEvaluateOnNewDocument', { source: `(() => { const f = window.figures = { shift: 0, largest: 0, tasks: [], chart: 0 };
   new PerformanceObserver((l) => { for (const e of l.getEntries()) f.largest = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
   new PerformanceObserver((l) => { for (const e of l.getEntries()) f.tasks.push([e.startTime, e.startTime + e.duration]); }).observe({ type: 'longtask', buffered: true });
   const look = () => { const c = document.querySelector(${JSON.stringify(selector)}); if (c && c.getBoundingClientRect().height > 0) requestAnimationFrame(() => (f.chart = performance.now())); else requestAnimationFrame(look); }; requestAnimationFrame(look); })()` });
  await send('Page.navigate', { url });
  await load; await new Promise((r) => setTimeout(r, 800));
  const { result } = await send('Runtime.evaluate', { returnByValue: true, expression: `({ ...figures, first: performance.getEntriesByName('first-contentful-paint')[0].startTime, end: performance.getEntriesByType('navigation')[0].responseEnd })` });
  await b.send('Target.disposeBrowserContext' as any, { browserContextId } as any); await b.detach();
  return result.value;
}
const q = (v: number[]) => { const s = [...v].sort((a, b) => a - b); const at = (p: number) => Math.round(s[Math.min(s.length - 1, Math.floor(p * s.length))] ?? 0); return `${at(0)}/${at(0.25)}/${at(0.5)}/${at(0.75)}`; };
const all = new Map<string, any[]>();
for (let i = 0; i < rounds; i += 1) for (const slug of slugs) for (const [d, site, path, sel] of sites) {
  const r = await raw(`${site.home}${path.replace('*', slug)}`, sel); const bl = (s: number) => r.tasks.reduce((n: number, [a, b]: any) => n + Math.max(0, b - Math.max(a, s) - 50), 0);
  all.set(d, [...(all.get(d) ?? []), { ...r, block: bl(r.first), all: bl(0) }]);
}
for (const [d, f] of all) console.log(d.padEnd(24), ...['first', 'largest', 'chart', 'block', 'all'].map((k) => k + ' ' + q(f.map((x) => x[k] ?? 0))));
await closeBrowser(browser); process.exit(0);
