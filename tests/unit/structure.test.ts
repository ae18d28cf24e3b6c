import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyOf, onlyItem } from '../../src/model/kept/envelope.ts';
import { oldKeys, oldPrefix } from '../../src/model/kept/oldKeys.ts';
import { preferencesKept, preferencesPart } from '../../src/model/site/preferencesKept.ts';

/** Which folders of src/ a folder may import from, itself always included. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  model: [],
  source: ['model'],
  pictures: ['model'],
  flowchart: ['model', 'pictures'],
  publish: ['model', 'source', 'flowchart', 'styles'],
  print: ['model'],
  package: ['model'],
  browser: ['model'],
  islands: ['model', 'browser'],
  site: ['model', 'source'],
  components: ['model', 'flowchart', 'site', 'browser', 'styles'],
  layouts: ['model', 'site', 'components', 'browser', 'islands', 'styles'],
  pages: ['model', 'publish', 'site', 'components', 'layouts', 'browser', 'islands', 'styles'],
  styles: [],
};

/** Files that lie in src/ itself. */
const looseFiles: Readonly<Record<string, readonly string[]>> = {
  'content.config.ts': ['model', 'source'],
};

/** What islands share. Every other folder of src/islands is an island. */
const sharedRooms = ['controls', 'kept', 'paper'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.(ts|tsx|astro)$/.test(name));
const filesIn = (folder: string) => files.filter((name) => name.startsWith(`${folder}/`));
const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

interface Import {
  /** As written. */
  readonly name: string;
  /** From the project's own folder; undefined for packages. */
  readonly file: string | undefined;
  /** Whether it is gone once the types are. */
  readonly isTypeOnly: boolean;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(importPattern)].map((match) => {
    const name = match[2] ?? match[3] ?? '';
    return {
      name,
      file: name.startsWith('.') ? join(dirname(file), name) : undefined,
      isTypeOnly: match[1] !== undefined,
    };
  });
}

const topOf = (file: string) => relative('src', file).split('/')[0] ?? '';
/** The folder right under another one in which a file lies; undefined for files that lie there loose. */
function roomOf(file: string, folder: string): string | undefined {
  const parts = relative(folder, file).split('/');
  return parts.length > 1 && parts[0] !== '..' ? parts[0] : undefined;
}

/** A file without its comments and texts: what is left is code. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe('各层只朝一个方向引用', () => {
  test('src 里的每个文件夹都有规矩，每条规矩都有文件夹', () => {
    expect(foldersOf('src').sort()).toEqual(Object.keys(arrows).sort());
    const loose = files.filter((name) => dirname(name) === 'src').map((name) => topOf(name));
    expect(loose.sort()).toEqual(Object.keys(looseFiles).sort());
  });

  test.each(Object.entries({ ...arrows, ...looseFiles }))('%s', (place, allowed) => {
    const own = place in looseFiles ? [join('src', place)] : filesIn(join('src', place));
    for (const file of own) {
      for (const { name, file: target } of importsOf(file)) {
        if (target === undefined) continue;
        expect([place, ...allowed], `${file} 引用了 ${name}`).toContain(topOf(target));
      }
    }
  });

  test('模型不碰浏览器和 Node，只用 zod', () => {
    for (const file of filesIn('src/model')) {
      const outside = importsOf(file).filter((one) => one.file === undefined);
      expect(
        outside.filter(({ name }) => name !== 'zod' && name !== 'zod/mini'),
        file,
      ).toEqual([]);
      expect(codeOf(file), file).not.toMatch(/(?<![.\w])(window|document|localStorage)\./);
    }
  });

  test('只有 storage.ts 和 database.ts 碰浏览器存储，备份和仓库各有一扇门', () => {
    const owners = ['src/browser/storage.ts', 'src/browser/database.ts'];
    const doors: Readonly<Record<string, readonly string[]>> = {
      './safetyCopy.ts': ['src/browser/keeper.ts'],
      './depot.ts': ['src/browser/keeper.ts', 'src/browser/rollupStore.ts'],
      './database.ts': ['src/browser/safetyCopy.ts', 'src/browser/depot.ts'],
    };
    for (const file of files.filter((name) => !owners.includes(name))) {
      expect(codeOf(file), file).not.toMatch(/localStorage|sessionStorage|indexedDB/i);
      if (topOf(file) !== 'browser') continue;
      for (const { name } of importsOf(file)) {
        if (doors[name]) expect(doors[name], `${file} 引用了 ${name}`).toContain(file);
      }
    }
    const places = Object.keys(doors).map((name) => join('src/browser', name));
    for (const file of files.filter((name) => topOf(name) !== 'browser')) {
      for (const { name, file: target } of importsOf(file)) {
        expect(places, `${file} 引用了 ${name}`).not.toContain(target);
      }
    }
    expect(files.filter((file) => importsOf(file).some(({ name }) => name === 'idb'))).toEqual([
      'src/browser/database.ts',
    ]);
  });

  test('取文字、起 Worker 的地方都知道单机版没有这些', () => {
    // The second one asks how the server answers, and is not used where there is none.
    const fetching = ['src/browser/siteText.ts', 'src/browser/selfTest/ask.ts'];
    for (const file of files.filter((name) => !['flowchart', 'publish'].includes(topOf(name)))) {
      const code = codeOf(file);
      if (/(?<![.\w])fetch\(|XMLHttpRequest/.test(code)) expect(fetching).toContain(file);
      if (/new Worker\(/.test(code)) expect(code, file).toContain('isFolderEdition()');
    }
  });

  test('没有用普通 http 下不存在的接口', () => {
    for (const file of files) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /crypto\.(subtle|randomUUID)|navigator\.(clipboard|serviceWorker|locks)|showSaveFilePicker/,
      );
    }
  });
});

describe('模型的各间', () => {
  const rooms = foldersOf('src/model');
  const importedBy = new Map(
    rooms.map((room) => {
      const targets = filesIn(`src/model/${room}`)
        .flatMap(importsOf)
        .flatMap(({ file }) => (file && roomOf(file, 'src/model')) ?? []);
      return [room, new Set(targets.filter((one) => one !== room))];
    }),
  );

  test('不绕圈：甲用乙，乙就不再用甲，隔几间也不行', () => {
    const reached = (from: string) => {
      const seen = new Set<string>();
      const queue = [from];
      for (let room = queue.pop(); room !== undefined; room = queue.pop()) {
        for (const next of importedBy.get(room) ?? []) {
          if (!seen.has(next)) queue.push(next);
          seen.add(next);
        }
      }
      return seen;
    };
    expect(rooms.filter((room) => reached(room).has(room))).toEqual([]);
  });

  test.each(['problem', 'law', 'content'])('%s 不靠核对', (room) => {
    expect([...(importedBy.get(room) ?? [])]).not.toContain('checks');
  });
});

describe('小岛', () => {
  const islands = foldersOf('src/islands').filter((name) => !sharedRooms.includes(name));

  test('每个文件都在一个岛或者共用的一间里', () => {
    for (const file of filesIn('src/islands')) {
      expect(roomOf(file, 'src/islands'), file).toBeDefined();
    }
  });

  test.each([...islands, ...sharedRooms])('%s 不引用别的岛', (room) => {
    for (const file of filesIn(`src/islands/${room}`)) {
      for (const { name, file: target } of importsOf(file)) {
        const other = target && roomOf(target, 'src/islands');
        if (!other) continue;
        expect([room, ...sharedRooms], `${file} 引用了 ${name}`).toContain(other);
      }
    }
  });

  test('窗口、文档、网址、历史和存储只在 src/browser 里碰', () => {
    const owned =
      /(?<![.\w$])(window|document|location|history|navigator|globalThis|localStorage|sessionStorage)(?![\w$]|\??:)/;
    for (const file of filesIn('src/islands')) {
      expect(owned.exec(codeOf(file))?.[0], file).toBeUndefined();
    }
  });

  test('不把整个 zod 带给读者：只经 miniZod.ts 用 zod/mini', () => {
    const trail = new Map<string, string>();
    const queue = filesIn('src/islands').concat(filesIn('src/browser'));
    for (const file of queue) {
      for (const { name, file: target, isTypeOnly } of importsOf(file)) {
        if (isTypeOnly) continue;
        if (target === undefined) {
          const way = [name, file];
          for (let at = trail.get(file); at; at = trail.get(at)) way.push(at);
          expect(name, way.join(' ← ')).not.toBe('zod');
          if (name === 'zod/mini') expect(file).toBe('src/model/kept/miniZod.ts');
        } else if (/\.tsx?$/.test(target) && !queue.includes(target)) {
          trail.set(target, file);
          queue.push(target);
        }
      }
    }
    // The walk itself works: it has come to where saved data is checked.
    expect(queue).toContain('src/model/kept/miniZod.ts');
  });
});

describe('深色', () => {
  test('跟随系统的深色和手动选的深色是同一套颜色', () => {
    const css = readFileSync('src/styles/tokens.css', 'utf8');
    const colours = (from: string) =>
      css
        .slice(css.indexOf(from))
        .match(/\{([^}]*)\}/)?.[1]
        ?.replace(/\s+/g, ' ');
    const bySystem = css.slice(css.indexOf('@media (prefers-color-scheme: dark)'));
    expect(
      bySystem.match(/:root:not\(\[data-theme\]\) \{([^}]*)\}/)?.[1]?.replace(/\s+/g, ' '),
    ).toBe(colours(":root[data-theme='dark']"));
  });

  test('开页前读的和开关写的是同一个键', () => {
    const script = readFileSync('src/layouts/beforeFirstPaint.js', 'utf8');
    const key = keyOf({ kind: preferencesKept.name, item: onlyItem, part: preferencesPart });
    expect(script).toContain(`'${key}'`);
    // What versions before the envelope kept is read too, until it is taken over.
    expect(script).toContain(`'${oldPrefix}${oldKeys.preferences}'`);
  });
});
