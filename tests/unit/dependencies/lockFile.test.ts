import { describe, expect, test } from 'vitest';
import { auditReport } from '../../dependencies/auditReport.ts';
import { lockFaults, readLockFile, type LockEntry } from '../../dependencies/lockFile.ts';

const sound: LockEntry = { version: '1.0.0', integrity: 'sha512-x', license: 'MIT' };
const faultsOf = (entry: LockEntry, name = 'one') =>
  lockFaults({ packages: { '': {}, [`node_modules/${name}`]: entry } });

describe('锁文件', () => {
  test('每个包都有校验值、从仓库来、没停用、许可认得，安装时不运行程序', () => {
    const lock = readLockFile();
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(lockFaults(lock)).toEqual([]);
  });

  test.each<[string, LockEntry, RegExp]>([
    ['没有校验值', { ...sound, integrity: undefined }, /没有 integrity/],
    ['从网址取', { ...sound, resolved: 'https://example.com/one.tgz' }, /不是从包仓库取的/],
    ['从 git 取', { ...sound, resolved: 'git+ssh://git@example.com/a.git#1' }, /不是从包仓库取的/],
    ['从本地文件夹取', { link: true, resolved: '../one' }, /不是从包仓库取的/],
    ['停用', { ...sound, deprecated: 'no longer supported' }, /已经停用：no longer/],
    ['安装时运行程序', { ...sound, hasInstallScript: true }, /安装时要运行/],
    ['没写许可', { ...sound, license: undefined }, /许可不在名单里：没有写/],
    ['许可没见过', { ...sound, license: 'AGPL-3.0-only' }, /许可不在名单里：AGPL/],
    ['几种许可都要守、有一种没见过', { ...sound, license: 'MIT AND SSPL-1.0' }, /不在名单里/],
  ])('%s的包说得出来', (_, entry, said) => {
    expect(faultsOf(entry)).toEqual([expect.stringMatching(said)]);
  });

  test.each<[string, LockEntry, string?]>([
    ['平常的包', sound],
    ['几种许可可以选、选得到一种认得的', { ...sound, license: '(AGPL-3.0-only OR MIT)' }],
    ['几种许可都认得', { ...sound, license: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT' }],
    ['说好可以运行程序的', { ...sound, hasInstallScript: true }, 'esbuild'],
  ])('不挑刺：%s', (_, entry, name) => {
    expect(faultsOf(entry, name)).toEqual([]);
  });
});

describe('公开的漏洞库', () => {
  test.each([
    ['连不上', '{"message":"request failed","error":{"code":"ENOTFOUND"}}', /连不上，这一项没有查/],
    ['什么也没答', '', /连不上，这一项没有查/],
    ['没有漏洞', '{"vulnerabilities":{}}', /没有这些包的漏洞/],
    [
      '有漏洞',
      '{"vulnerabilities":{"one":{"severity":"high"}}}',
      /1 个包的漏洞.*\n {2}one（high）/,
    ],
  ])('%s时如实说', (_, output, said) => {
    expect(auditReport(output)).toMatch(said);
  });
});
