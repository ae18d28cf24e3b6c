import { describe, expect, test } from 'vitest';
import { lockFaults, readLockFile, type LockEntry } from '../../dependencies/lockFile.ts';

const sound: LockEntry = { version: '1.0.0', integrity: 'sha512-x' };
const faultsOf = (entry: LockEntry) => lockFaults({ packages: { 'node_modules/one': entry } });

describe('锁文件', () => {
  test('在任何系统上装到的都是查验过的同一份包', () => {
    const lock = readLockFile();
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(lockFaults(lock)).toEqual([]);
  });

  test.each<[string, LockEntry, RegExp]>([
    ['没有校验值', { version: '1.0.0' }, /没有 integrity/],
    ['写死了取包的地址', { ...sound, resolved: 'https://example.com/one.tgz' }, /写了 resolved/],
  ])('%s的包说得出来', (_, entry, said) => {
    expect(faultsOf(entry)).toEqual([expect.stringMatching(said)]);
  });

  test('没毛病的包、项目自己和本地文件夹不挑刺', () => {
    const packages = { '': {}, 'node_modules/one': sound, 'node_modules/here': { link: true } };
    expect(lockFaults({ packages })).toEqual([]);
  });
});
