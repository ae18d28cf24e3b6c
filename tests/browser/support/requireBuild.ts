import { existsSync } from 'node:fs';

/** Stops a test run at once when there is no built site to test. */
export default function requireBuild(): void {
  if (!existsSync('dist/index.html')) {
    throw new Error('dist/ 里没有生成好的网站，先运行 npm run build，再测试。');
  }
}
