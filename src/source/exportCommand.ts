// npm run export-xlsx [-- wall-slug …] [--out file.xlsx]: writes the risks as a workbook.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentFolder } from './contentFolder.ts';
import { localToday } from '../model/text/dates.ts';
import { readContent } from './readContent.ts';
import { workbookOf } from './writeWorkbook.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const today = localToday();
const { content, problems } = readContent(contentFolder(), today);
if (!content || problems.some(({ severity }) => severity === 'error')) {
  fail('内容有错误，先运行 npm run check-content 改好再导出');
}
const isNamed = (name: string) => (wall: { name: string; data: { id: string } }) =>
  wall.name === name || wall.data.id === name.toLowerCase();
const unknown = positionals.filter((name) => !content.walls.some(isNamed(name)));
if (unknown.length > 0) {
  fail(
    `没有这面墙：${unknown.join('、')}。可以写：\n${content.walls.map(({ name, data }) => `  ${data.id}  ${name}  ${data.powerItem}`).join('\n')}`,
  );
}
const walls =
  positionals.length === 0
    ? content.walls
    : content.walls.filter((wall) => positionals.some((name) => isNamed(name)(wall)));
const out = values.out ?? `风险点-${today}.xlsx`;
try {
  writeFileSync(out, await workbookOf(content, walls, today));
} catch (error) {
  const isBusy = error instanceof Error && 'code' in error && error.code === 'EBUSY';
  fail(`${out} 写不进去：${isBusy ? '文件正在 Excel 里打开，关掉再试' : String(error)}`);
}
const risks = walls.flatMap(({ data }) => data.steps.flatMap((step) => step.risks)).length;
console.log(`已写好 ${out}：${walls.length} 面墙，${risks} 个风险点。改好以后运行：`);
console.log(`  npm run import-xlsx ${out}             看改了哪些`);
console.log(`  npm run import-xlsx ${out} -- --write  写回墙的文件`);
