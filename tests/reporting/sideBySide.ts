// node tests/reporting/sideBySide.ts "types build" "lint test:unit": runs scripts of package.json.
// The scripts of one argument run one after another, the arguments side by side. What a script says
// is printed whole when it has ended; all of them run, and when one fails, so does this.
import { spawn } from 'node:child_process';

interface Outcome {
  readonly script: string;
  readonly isSound: boolean;
  readonly seconds: number;
}

const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('由 npm 启动：npm test');

function run(script: string, npmPath: string): Promise<Outcome> {
  const start = Date.now();
  const said: Buffer[] = [];
  const child = spawn(process.execPath, [npmPath, 'run', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  return new Promise((done) => {
    const end = (isSound: boolean) => {
      const seconds = Math.round((Date.now() - start) / 1000);
      process.stdout.write(Buffer.concat(said));
      console.log(`${isSound ? '通过' : '没有通过'}：npm run ${script}（${seconds} 秒）\n`);
      done({ script, isSound, seconds });
    };
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

async function runInTurn(scripts: readonly string[], npmPath: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const script of scripts) outcomes.push(await run(script, npmPath));
  return outcomes;
}

const lanes = process.argv.slice(2).map((lane) => lane.split(' '));
const outcomes = (await Promise.all(lanes.map((lane) => runInTurn(lane, npm)))).flat();
const failed = outcomes.filter(({ isSound }) => !isSound);
if (failed.length > 0) {
  console.error(`没有通过：${failed.map(({ script }) => script).join('、')}`);
  process.exitCode = 1;
}
