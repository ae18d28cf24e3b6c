// npm run check-content [-- file]: checks the content without building the site.
import { formatReport } from '../model/problem/problem.ts';
import { contentFolder } from './contentFolder.ts';
import { localToday } from '../model/text/dates.ts';
import { readContent } from './readContent.ts';

const only = process.argv[2];
const { problems, waitingFiles } = readContent(contentFolder(), localToday());
const shown = only ? problems.filter(({ file }) => only.endsWith(file)) : problems;
// Who asks about one file wants to see all of it.
console.log(formatReport(shown, only ? Infinity : undefined));
if (only && [...waitingFiles].some((file) => only.endsWith(file))) {
  console.log('这个文件引用的另一个文件现在读不出来，引用的地方还没有查；不带文件名再运行一次。');
}
process.exitCode = shown.some(({ severity }) => severity === 'error') ? 1 : 0;
