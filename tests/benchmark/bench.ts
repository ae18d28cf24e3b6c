// npm run bench: what pages, search and build cost, against the budgets. With --strict an overrun fails.
import { readdirSync, rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchKernel } from '../browser/support/browsers.ts';
import { serveSite } from '../browser/support/site.ts';
import { budgets } from './budgets.ts';
import { cloneContent, measureBuild } from './measureBuild.ts';
import { measureLetters } from './measureLetters.ts';
import { measureRegister } from './measureRegister.ts';
import { measureRollup } from './measureRollup.ts';
import { measureCharts } from './measureCharts.ts';
import { measureChecklist } from './measureChecklist.ts';
import { measurePicture } from './measurePicture.ts';
import { measureTally } from './measureTally.ts';
import { measureSteps } from './measureSteps.ts';
import { measurePage, measureSearch, type PageFigures } from './measurePage.ts';

const runs = 5;
let overruns = 0;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

function line(name: string, value: number, budget: number, show: (value: number) => string): void {
  const isOver = value > budget;
  if (isOver) overruns += 1;
  console.log(
    `  ${name.padEnd(24, '　')}${show(value).padStart(10)}  预算 ${show(budget)}${isOver ? '  超出' : ''}`,
  );
}

/** The pages of the walls, each for itself and all together: over the line of an office. */
async function benchWalls(browser: Browser): Promise<void> {
  const site = await serveSite('dist', '/', undefined, true);
  const ms = (value: number) => `${Math.round(value)} ms`;
  const tell = (of: (key: keyof PageFigures) => number) => {
    console.log(
      `  HTML ${kb(of('htmlBytes'))}，CSS ${kb(of('cssBytes'))}，脚本 ${kb(of('jsBytes'))}`,
    );
    line('整页', of('htmlBytes') + of('cssBytes') + of('jsBytes'), budgets.wallPageGzipBytes, kb);
    line('整页（brotli）', of('brotliBytes'), budgets.wallPageBrotliBytes, kb);
    line('请求', of('requests'), budgets.wallPageRequests, String);
    line('操作前的脚本', of('jsBytes'), budgets.scriptGzipBytes, kb);
    line('流程图', of('chartBytes'), budgets.chartGzipBytes, kb);
    line('首次绘制', of('firstPaintMs'), budgets.firstPaintMs, ms);
    line('最大内容绘制', of('largestPaintMs'), budgets.largestPaintMs, ms);
    line('流程图可见', of('chartVisibleMs'), budgets.chartVisibleMs, ms);
    line('首次绘制后的阻塞', of('blockingMs'), budgets.blockingMs, ms);
    console.log(`  从打开算起的阻塞 ${ms(of('blockingInAllMs'))}`);
    line('版面移动', of('layoutShift'), budgets.layoutShift, (value) => value.toFixed(3));
  };
  const middleOf = (figures: readonly PageFigures[]) => (key: keyof PageFigures) =>
    median(figures.map((figure) => figure[key]));
  const all: PageFigures[] = [];
  for (const slug of readdirSync('dist/walls', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const figures: PageFigures[] = [];
    for (let i = 0; i < runs; i += 1)
      figures.push(await measurePage(browser, `${site.home}walls/${slug.name}/`));
    all.push(...figures);
    console.log(
      `${slug.name}（压缩后；时间为慢 4 倍的处理器、10 Mbps 和 40 ms 的线路，${runs} 次的中位数）`,
    );
    tell(middleOf(figures));
    const steps = await measureSteps(browser, `${site.home}walls/${slug.name}/`);
    line('选一步到画出', steps.middleMs, budgets.stepMs, ms);
  }
  console.log(`各面墙合起来（${all.length} 次的中位数）`);
  tell(middleOf(all));
  site.close();
}

async function benchPages(): Promise<void> {
  const site = await serveSite('dist');
  const browser = await launchKernel(153);
  if (!browser) throw new Error('没有可用的浏览器');
  await benchWalls(browser);
  const search = await measureSearch(browser, site.home);
  console.log('查找');
  line(
    '按键到结果',
    search.keyToPaintMs,
    budgets.keyToPaintMs,
    (value) => `${Math.round(value)} ms`,
  );
  console.log(`  最慢的一次 ${Math.round(search.slowestKeyMs)} ms`);
  line('首个结果前下载', search.firstAnswerBytes, budgets.firstAnswerGzipBytes, kb);
  for (const count of [undefined, budgets.checklistRisks]) {
    const checklist = await measureChecklist(browser, site.home, count);
    const told = (value: number) => `${Math.round(value)} ms`;
    console.log(`自查（${checklist.risks} 个风险点）`);
    line('打开到能答', checklist.openMs, budgets.checklistOpenMs, told);
    line('按键到画出', checklist.keyMs, budgets.checklistKeyMs, told);
    line('翻到最后再按键', checklist.keyAtEndMs, budgets.checklistKeyMs, told);
    console.log(
      `  最慢的一次按键 ${told(checklist.slowestKeyMs)}，排查表 ${told(checklist.formMs)}`,
    );
  }
  const register = await measureRegister(browser, site.home, budgets.registerRows);
  const inMs = (value: number) => `${Math.round(value)} ms`;
  console.log(`风险台账（${register.rows} 条）`);
  line('打开到出表', register.readyMs, budgets.registerReadyMs, inMs);
  line('按键到画出', register.keyMs, budgets.registerKeyMs, inMs);
  line('选条件到画出', register.facetMs, budgets.registerKeyMs, inMs);
  console.log(`  最慢的一次按键 ${inMs(register.slowestKeyMs)}，排序 ${inMs(register.sortMs)}`);
  const letters = await measureLetters(browser, site.home, 1000);
  console.log(`承诺书（名册 ${letters.letters} 人）`);
  line(
    '生成',
    letters.seconds,
    budgets.thousandLettersSeconds,
    (value) => `${value.toFixed(1)} 秒`,
  );
  line(
    '最长一次不应答',
    letters.longestPauseMs,
    budgets.letterPauseMs,
    (value) => `${Math.round(value)} ms`,
  );
  const { people, pausesMs } = await measurePicture(browser, site.home, budgets.rollupPeople);
  console.log(`汇总的情况（${people} 份自查，慢 4 倍的处理器，最长一次不应答）`);
  for (const [name, pause] of Object.entries(pausesMs)) {
    line(name, pause, budgets.rollupPauseMs, inMs);
  }
  await closeBrowser(browser);
  for (const hasWorker of [true, false]) await benchRollup(site.home, hasWorker);
  site.close();
}

/** In a browser of its own: the highest memory is that of its processes. */
async function benchRollup(home: string, hasWorker: boolean): Promise<void> {
  const browser = await launchKernel(153);
  if (!browser) throw new Error('没有可用的浏览器');
  const figures = await measureRollup(browser, home, budgets.rollupPeople, hasWorker);
  const { files, megabytes, takeInSeconds, longestPauseMs, peakMb, openMs } = figures;
  const inMs = (value: number) => `${Math.round(value)} ms`;
  const how = hasWorker ? '' : '，不给 Worker';
  console.log(`汇总（${files} 个文件，${Math.round(megabytes)} MB${how}）`);
  line('收完', takeInSeconds, budgets.rollupSeconds, (value) => `${value.toFixed(1)} 秒`);
  line('最长一次不应答', longestPauseMs, budgets.rollupPauseMs, inMs);
  line('内存最高', peakMb, budgets.rollupPeakMb, (value) => `${Math.round(value)} MB`);
  line('再打开', openMs, budgets.rollupOpenMs, inMs);
  console.log(
    `  最慢的一次换页签 ${inMs(figures.slowestTabMs)}，定时器最久等 ${inMs(figures.longestTimerMs)}`,
  );
  await closeBrowser(browser);
}

function benchTally(): void {
  const { answers, tallyMs, againMs, tablesMs } = measureTally(budgets.rollupPeople);
  const told = (value: number) => `${value.toFixed(1)} ms`;
  console.log(`汇总的总数（${budgets.rollupPeople} 份自查，${answers} 条作答）`);
  line('从头数一遍', tallyMs, budgets.rollupTallyMs, told);
  console.log(`  多一份再数 ${told(againMs)}，两张表 ${told(tablesMs)}`);
}

async function benchBuilds(): Promise<void> {
  const content = 'node_modules/.cache/bench-content';
  const outDir = 'node_modules/.cache/bench-site';
  const present = readdirSync('content/walls').length;
  console.log('生成');
  for (const walls of new Set([present, budgets.manyWalls])) {
    cloneContent('content', content, walls);
    const { seconds, peakMb } = await measureBuild(content, outDir, walls);
    console.log(`  ${walls} 面墙：${seconds.toFixed(1)} 秒，内存最高 ${Math.round(peakMb)} MB`);
    const budget = walls === present ? budgets.buildSeconds : budgets.manyWallsSeconds;
    line('用时', seconds, budget, (value) => `${value.toFixed(1)} 秒`);
  }
  rmSync(content, { recursive: true, force: true });
  rmSync(outDir, { recursive: true, force: true });
}

async function benchCharts(): Promise<void> {
  const charts = await measureCharts();
  console.log(`流程图（${charts.charts} 面墙，两种详略一起）`);
  line('画一面', charts.middleMs, budgets.chartMs, (value) => `${value.toFixed(1)} ms`);
  line('线相交', charts.crossings, budgets.chartCrossings, String);
  console.log(`  最慢的一面 ${charts.slowestMs.toFixed(1)} ms`);
}

await benchCharts();
benchTally();
await benchPages();
await benchBuilds();
console.log(overruns === 0 ? '全部在预算之内。' : `${overruns} 项超出预算。`);
process.exit(process.argv.includes('--strict') && overruns > 0 ? 1 : 0);
