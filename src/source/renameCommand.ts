// npm run rename -- <旧名> <新名> [--write]: renames a department or a post everywhere in the content.
import { parseArgs } from 'node:util';
import { formatProblem, type Problem } from '../model/problem/problem.ts';
import { localToday } from '../model/text/dates.ts';
import { contentFolder } from './contentFolder.ts';
import { readContent } from './readContent.ts';
import { countWords, formatPlan, leftWords, planRename } from './rename.ts';
import { errorsOf, errorsWith, readTexts, TextFileError, writeTexts } from './renameFiles.ts';
import { homeOf, renameOf } from './renameRequest.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function orFail<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TextFileError) return fail(error.message);
    throw error;
  }
}

/** The errors that were not there before. */
function newErrors(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const keyOf = ({ file, path, problem }: Problem) => [file, ...path, problem].join('\n');
  const known = new Set(before.map(keyOf));
  return after.filter((one) => !known.has(keyOf(one)));
}

/** What cites a wall that a field too long has made unreadable is counted at that fault. */
function tellErrors(errors: readonly Problem[]): void {
  for (const error of errors) console.error(formatProblem(error));
  console.error(
    `换上新名称，内容就有上面 ${errors.length} 处错误。太长的，先在现在的文件里改短，再改名。`,
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const [from, to] = positionals;
if (!from || !to || positionals.length > 2) {
  fail(
    '用法：npm run rename -- <旧名> <新名> [--write]，例如\n' +
      '  npm run rename -- 规划处 国土空间规划处           处室\n' +
      '  npm run rename -- 地籍处/登簿岗 地籍处/登记簿岗   岗位',
  );
}

const root = contentFolder();
const today = localToday();
const { content, problems } = readContent(root, today);
if (!content) fail('内容读不出来，先运行 npm run check-content 改好再改名');
const rename = renameOf(from, to, content);
if ('refusal' in rename) fail(rename.refusal);
const plan = planRename(
  orFail(() => readTexts(root)),
  rename,
);

const before = errorsOf(problems);
const errors = newErrors(before, errorsWith(root, plan.changes, today));
const isRefused = errors.length > 0 && before.length === 0;

if (!values.write) console.log(formatPlan(plan));
if (errors.length > 0) tellErrors(errors);
if (before.length > 0) {
  console.error(`改名以前内容就有 ${before.length} 处错误，见 npm run check-content。`);
}
if (values.write) {
  if (isRefused) fail('什么都没有写。改好以后再运行一次。');
  orFail(() => writeTexts(root, plan.changes, homeOf(rename)));
}
console.log(`${values.write ? '已改' : '要改'} ${countWords(plan)}。`);
for (const line of leftWords(plan)) console.log(line);
if (values.write) {
  console.log('现在运行 npm run check-content 检查一遍。');
} else if (isRefused) {
  process.exitCode = 1;
} else {
  console.log('没有写。逐处看过没有改错的，运行：');
  console.log(`  npm run rename -- ${from} ${to} --write`);
}
