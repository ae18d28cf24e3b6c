// npm run import-xlsx file.xlsx [-- --write] [--delete]: shows what a workbook changes, writes it back.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { formatChanges } from '../model/workbook/changes.ts';
import { contentFolder } from './contentFolder.ts';
import type { SheetTable } from '../model/workbook/readTable.ts';
import { localToday } from '../model/text/dates.ts';
import { planImport } from './importWorkbook.ts';
import { readContent } from './readContent.ts';
import { readWorkbook, WorkbookError } from './readWorkbook.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('写回墙的文件吗？写“是”再按回车，别的都不写：');
  terminal.close();
  return answer.trim() === '是';
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    delete: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (!file) fail('用法：npm run import-xlsx 文件.xlsx [-- --write] [--delete]');
if (!existsSync(file)) fail(`没有这个文件：${file}`);

const root = contentFolder();
const today = localToday();
const { content, problems } = readContent(root, today);
if (!content || problems.some(({ severity }) => severity === 'error')) {
  fail('现在的内容有错误，先运行 npm run check-content 改好再导入');
}
function sheetsOf(path: string): SheetTable[] {
  try {
    return readWorkbook(readFileSync(path));
  } catch (error) {
    return fail(error instanceof WorkbookError ? `${path}：${error.message}` : String(error));
  }
}
const sheets = sheetsOf(file);
const plan = planImport(sheets, content, { root, today, withDeletions: values.delete });

for (const note of plan.notes) console.log(note);
if (plan.faults.length > 0) {
  for (const fault of plan.faults) console.error(`错误｜${fault}`);
  fail(`有 ${plan.faults.length} 处错误，什么都没有写。在表里改好、存盘，再运行一次。`);
}
console.log(formatChanges(plan.walls, values.delete));
if (plan.files.size > 0) {
  if (values.write || (await isConfirmed())) {
    for (const [path, text] of plan.files) writeFileSync(path, text);
    const names = [...plan.files.keys()].map((path) => `  ${relative(process.cwd(), path)}`);
    console.log(`已写回 ${plan.files.size} 个文件：\n${names.join('\n')}`);
    console.log('改动大的，在墙的 changeLog 里加一条并升版本号。');
  } else {
    console.log(`没有写。核对无误，运行：npm run import-xlsx ${file} -- --write`);
  }
}
