import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { tightenPolicy } from '../../../src/publish/tightenPolicy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const meta = (policy: string) =>
  `<meta http-equiv="content-security-policy" content="${policy}"><script>run()</script><style>p{}</style><script src="/a.js"></script>`;

test('策略里只留这一页行内脚本和样式的校验值，别的来源一个不动', () => {
  const [script, style, stray] = [hashOf('run()'), hashOf('p{}'), hashOf('')];
  expect(
    tightenPolicy(
      meta(
        `default-src 'self'; script-src 'self' ${stray} ${script}; style-src 'self' ${style} ${stray};`,
      ),
    ),
  ).toBe(meta(`default-src 'self'; script-src 'self' ${script}; style-src 'self' ${style};`));
});
