import { describe, expect, test } from 'vitest';
import { localToday } from '../../src/model/text/dates.ts';
import { readContent } from '../../src/source/readContent.ts';
import { planRename } from '../../src/source/rename.ts';
import { errorsOf, errorsWith, readTexts } from '../../src/source/renameFiles.ts';
import { renameOf, type Rename } from '../../src/source/renameRequest.ts';
import { realContent } from '../fixtures/realContent.ts';
import { second } from '../fixtures/secondBureau.ts';

/** The day on which the content is checked. */
const today = localToday();

/** What the two names mean in the second bureau. */
function meant(from: string, to: string): Rename {
  const rename = renameOf(from, to, second);
  if ('refusal' in rename) throw new Error(rename.refusal);
  return rename;
}

function refusal(from: string, to: string): string {
  const rename = renameOf(from, to, second);
  return 'refusal' in rename ? rename.refusal : '';
}

/** A file with its names replaced. */
function renamed(file: string, text: string, rename: Rename): string {
  return planRename([{ file, text }], rename).changes[0]?.text ?? text;
}

const department = meant('林地管理处', '森林和林地管理处');
const post = meant('林地管理处/收件员', '林地管理处/材料收件员');

describe('处室改名：哪些改，哪些不动', () => {
  test('字段、步骤的岗位、控制人、正文、注释都改，连着写的也改', () => {
    const text = `---
# 林地管理处写的
coDepartments: [林地管理处, '机关纪委'] # 林地管理处牵头
by: "林地管理处复核人"
posts: [林地管理处/处长]
---

林地管理处处长签字。
`;
    expect(renamed('walls/x.mdx', text, department)).toBe(
      text.replaceAll('林地管理处', '森林和林地管理处'),
    );
  });

  test('更长的处室名称里的不是它', () => {
    const { departments } = second.bureau.data;
    const more = { id: 'fire', name: '市林地管理处', group: '外单位', isPresumed: false } as const;
    const data = { ...second.bureau.data, departments: [...departments, more] };
    const bureau = { ...second.bureau, data };
    const rename = renameOf('林地管理处', '林政处', { ...second, bureau });
    if ('refusal' in rename) throw new Error(rename.refusal);
    expect(renamed('exam.yaml', 'a: 市林地管理处和林地管理处\n', rename)).toBe(
      'a: 市林地管理处和林政处\n',
    );
  });

  test('新名称里含着旧名称，再改一遍什么也不变', () => {
    const once = renamed('exam.yaml', 'a: 林地管理处、森林和林地管理处\n', department);
    expect(once).toBe('a: 森林和林地管理处、森林和林地管理处\n');
    expect(planRename([{ file: 'exam.yaml', text: once }], department).changes).toEqual([]);
  });

  test('变更记录是历史，不改，只数出来', () => {
    const text = `---
changeLog:
  - version: '1.0'
    summary: 林地管理处首版
  - { version: '0.9', summary: 林地管理处试行 }
summary: 林地管理处管的事
---
`;
    const plan = planRename([{ file: 'walls/x.mdx', text }], department);
    expect(plan.historyCount).toBe(2);
    expect(plan.changes[0]?.text).toBe(text.replace('林地管理处管', '森林和林地管理处管'));
  });

  test('法条里的字样不是本单位的处室，不改，只数出来', () => {
    const files = [{ file: 'laws/x.yaml', text: "articles:\n  '1': 林权权利人可以申请\n" }];
    const plan = planRename(files, meant('林权权利人', '林权人'));
    expect(plan).toEqual({ changes: [], historyCount: 0, lawCount: 1 });
  });

  test('处室的类别是固定的词，同名也不改', () => {
    const text = 'departments:\n  - name: 林地管理处\n    group: 林地管理处\n';
    expect(renamed('bureau.yaml', text, department)).toBe(
      text.replace('name: 林地管理处', 'name: 森林和林地管理处'),
    );
  });

  test('指南里教人改名的例子不改', () => {
    const text = '---\ntitle: 指南\n---\n\nnpm run rename -- 林地管理处 林政处\n';
    expect(renamed('pages/authoring.mdx', text, department)).toBe(text);
  });

  test('CRLF 的文件还是 CRLF，行号和改动照样对', () => {
    const text = '---\r\nid: w01\r\nby: 林地管理处\r\n---\r\n\r\n林地管理处签字。\r\n';
    const [change] = planRename([{ file: 'walls/x.mdx', text }], department).changes;
    expect(change?.text).toBe(text.replaceAll('林地管理处', '森林和林地管理处'));
    expect(change?.lines).toEqual([
      { line: 3, before: 'by: 林地管理处', after: 'by: 森林和林地管理处' },
      { line: 6, before: '林地管理处签字。', after: '森林和林地管理处签字。' },
    ]);
  });

  test('给人看的只有前后二十个字，离得远的分两条', () => {
    const far = '一二三四五六七八九十'.repeat(5);
    const text = `a: ${far}林地管理处、林地管理处${far}林地管理处\n`;
    const lines = planRename([{ file: 'exam.yaml', text }], department).changes[0]?.lines;
    const around = '一二三四五六七八九十'.repeat(2);
    expect(lines?.map(({ before }) => before)).toEqual([
      `…${around}林地管理处、林地管理处${around}…`,
      `…${around}林地管理处`,
    ]);
  });
});

describe('岗位改名：哪些改，哪些不动', () => {
  const wall = `---
changeLog:
  - { summary: 林地管理处收件员首版 }
steps:
  - id: w01-s01
    posts: [林地管理处/收件员, 林业工作站/收件员] # 林地管理处/收件员
    actor: 林地管理处收件员
    risks:
      - department: 林地管理处
        posts: ['收件员', 处长]
        manifestation: 收件员不出凭证
        controls:
          - { by: 林地管理处 收件员 }
      - department: 林地管理处
        posts:
          - 处长
          - "收件员" # 收件员
      - department: 林业工作站
        posts: [收件员]
---

林地管理处收件员，收件员。
`;

  test('本处室的风险点和步骤改；别的处室的、没写处室的不动', () => {
    const plan = planRename([{ file: 'walls/x.mdx', text: wall }], post);
    expect(plan.historyCount).toBe(1);
    expect(plan.changes[0]?.text).toBe(
      wall
        .replaceAll(/林地管理处([/ ]?)收件员(?!首版)/g, '林地管理处$1材料收件员')
        .replace("['收件员', 处长]", "['材料收件员', 处长]")
        .replace('"收件员" # 收件员', '"材料收件员" # 收件员'),
    );
  });

  test('墙换成 CRLF，改的一样', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(renamed('walls/x.mdx', crlf(wall), post)).toBe(
      crlf(renamed('walls/x.mdx', wall, post)),
    );
  });

  test('名称更长的另一个岗位不是它', () => {
    const file = second.posts.find(({ name }) => name === 'forest-land');
    const sample = file?.data.posts[0];
    if (!file || !sample) throw new Error('样例里没有林地管理处的岗位');
    const more = { ...sample, id: 'chief', name: '收件员组长', aliases: [] };
    const data = { posts: [...file.data.posts, more] };
    const posts = second.posts.map((one) => (one === file ? { ...one, data } : one));
    const rename = renameOf('林地管理处/收件员', '受理员', { ...second, posts });
    if ('refusal' in rename) throw new Error(rename.refusal);
    expect(renamed('exam.yaml', 'a: 林地管理处收件员组长、林地管理处收件员\n', rename)).toBe(
      'a: 林地管理处收件员组长、林地管理处受理员\n',
    );
  });

  test('承诺里只改这个处室的文件', () => {
    const text = 'pledges:\n  - posts: [处长, 收件员]\n  - posts:\n      - 收件员\n';
    expect(renamed('letters/pledges/forest-land.yaml', text, post)).toBe(
      text.replaceAll('收件员', '材料收件员'),
    );
    expect(renamed('letters/pledges/cadres.yaml', text, post)).toBe(text);
  });

  const aliasCases = [
    {
      name: '一行的',
      from: '    aliases: [收件人] # 常用\n',
      to: '    aliases: [收件人, 收件员] # 常用\n',
    },
    { name: '空的', from: '    aliases: []\n', to: '    aliases: [收件员]\n' },
    {
      name: '一项一行的',
      from: '    aliases:\n      - 收件人 # 常用\n',
      to: '    aliases:\n      - 收件人 # 常用\n      - 收件员\n',
    },
    { name: '没有的', from: '', to: '    aliases: [收件员]\n' },
    { name: '已经有的', from: '    aliases: [收件员]\n', to: '    aliases: [收件员]\n' },
    {
      name: '带着处室名称的不动',
      from: '    aliases: [林地管理处收件员]\n',
      to: '    aliases: [林地管理处收件员, 收件员]\n',
    },
  ];

  test.each(aliasCases)('旧名称记进别名，名册上还认得：$name', ({ from, to }) => {
    const file = (name: string, aliases: string) =>
      `# 岗位\nposts:\n  - id: filing\n    name: ${name}\n    level: 普通 # 层级\n${aliases}    staff: 聘用\n`;
    const [before, after] = [file('收件员', from), file('材料收件员', to)];
    expect(renamed('posts/forest-land.yaml', before, post)).toBe(after);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(renamed('posts/forest-land.yaml', crlf(before), post)).toBe(crlf(after));
  });

  test('别的处室的同名岗位不动', () => {
    const text = 'posts:\n  - name: 收件员\n    aliases: []\n';
    expect(renamed('posts/cadres.yaml', text, post)).toBe(text);
  });
});

describe('名称不对，说清楚为什么', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['没有这个处室', '林地处', '林政处', ['没有叫“林地处”的处室', '林地管理处']],
    ['只写了岗位', '收件员', '受理员', ['没有叫“收件员”的处室', '林地管理处/收件员']],
    ['没有这个岗位', '林地管理处/收件', '受理员', ['没有“林地管理处/收件”', '林地管理处/收件员']],
    ['写的是别名', '林地管理处/窗口收件员', '受理员', ['林地管理处/收件员']],
    ['处室已经有了', '林地管理处', '机关纪委', ['已经有叫“机关纪委”的处室']],
    ['岗位已经有了', '林地管理处/收件员', '档案员', ['已经有叫“档案员”的岗位']],
    ['是别的岗位的别名', '林地管理处/收件员', '卷宗管理员', ['“档案员”的别名']],
    ['是它自己的别名', '林地管理处/收件员', '窗口收件员', ['aliases', '删掉']],
    ['换了处室', '林地管理处/收件员', '机关纪委/受理员', ['不能换处室']],
    ['太长', '林地管理处', '林'.repeat(21), ['至多 20 字', '现在 21 字']],
    ['岗位太长', '林地管理处/收件员', '员'.repeat(17), ['至多 16 字', '现在 17 字']],
    ['太短', '林地管理处', '林', ['至少 2 字']],
    ['有尖括号', '林地管理处', '林<b>处', ['不能用']],
    ['有逗号，在列表里会分成两个', '林地管理处', '林,地处', ['不能用']],
    ['有斜线', '林地管理处/收件员', '林地管理处/收件/受理', ['不能用']],
    ['没有改', '林地管理处', '林地管理处', ['一样']],
  ];
  test.each(cases)('%s', (_, from, to, says) => {
    for (const part of says) expect(refusal(from, to)).toContain(part);
  });
});

describe('本单位的内容改名以后', () => {
  const errorsBefore = () => errorsOf(readContent('content', today).problems);

  test.each([
    ['规划处', '国土空间规划处'],
    ['地籍处/登簿岗', '地籍处/登记簿岗'],
  ])('%s 改成 %s，没有添错误，再改一遍什么也不变', { timeout: 60_000 }, (from, to) => {
    const rename = renameOf(from, to, realContent());
    if ('refusal' in rename) throw new Error(rename.refusal);
    const { changes } = planRename(readTexts('content'), rename);
    expect(changes.length).toBeGreaterThan(5);
    expect(errorsWith('content', changes, today)).toEqual(errorsBefore());
    expect(planRename(changes, rename).changes).toEqual([]);
  });
});
