// npm run check-dependencies: the rules of the lock file, then the public list of known faults.
// Only the rules decide: the list changes by itself, and a machine without internet has none.
import { spawnSync } from 'node:child_process';
import { auditReport } from './auditReport.ts';
import { lockFaults, readLockFile } from './lockFile.ts';

const lock = readLockFile();
const faults = lockFaults(lock);
for (const fault of faults) console.error(fault);
console.log(
  `锁文件里 ${Object.keys(lock.packages).length - 1} 个包，${faults.length} 处不合规矩。`,
);
if (faults.length > 0) process.exitCode = 1;

const audit = spawnSync('npm audit --json --fetch-retries=0 --fetch-timeout=10000', {
  shell: true,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
console.log(auditReport(audit.stdout));
