import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readRoster, type Roster } from '../../../src/model/letter/roster.ts';
import { rosterContext as context } from '../../fixtures/rosters/context.ts';
import { workbookOfSheets, workbookWithLargePart } from '../../fixtures/rosters/sheetFiles.ts';
import { sheetOf, tableOf } from '../../fixtures/rosters/sheets.ts';

/** A roster file as the page reads it. @throws when the file itself cannot be read. */
function rosterOf(bytes: Uint8Array, sheet?: string): Roster {
  const { sheets, fault } = tableOf(bytes);
  if (!sheets) throw new Error(fault);
  return readRoster(sheets, context, sheet);
}
const file = (name: string) => rosterOf(readFileSync(`tests/fixtures/rosters/field/${name}`));
const attack = (name: string) => readFileSync(`tests/fixtures/rosters/attack/${name}`);
const people = ({ people: read }: Roster) =>
  read.map(({ name, department, post }) => [name, department, post].join(' '));
const told = ({ notes, remarks, fault = '' }: Roster) =>
  [...notes.map(({ place, text }) => `${place} ${text}`), ...remarks, fault].join('\n');

describe('办公室里真有的名册', () => {
  test('表头分两行、单元格合并：处室和职务都读到', () => {
    const roster = file('01-two-row-head.xlsx');
    expect(people(roster)).toEqual([
      '示例甲 财务处 处长',
      '示例乙 土地利用处 科员',
      '示例丙 审计处 科员',
    ]);
    expect(roster.notes.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  test('没有合并信息的两行表头（.csv）也一样', () => {
    const rows = [
      ['姓名', '单位及职务', '', '岗位层级'],
      ['', '处室', '职务', ''],
      ['示例甲', '财务处', '处长', '中层'],
    ];
    expect(people(readRoster([sheetOf(rows)], context))).toEqual(['示例甲 财务处 处长']);
  });

  test('并排的两组人都读，先左后右，并且说出来', () => {
    const roster = file('02-two-blocks.xlsx');
    expect(people(roster).map((one) => one.slice(0, 3))).toEqual([
      '示例甲',
      '示例乙',
      '示例丙',
      '示例丁',
      '示例戊',
      '示例己',
    ]);
    expect(people(roster)[3]).toBe('示例丁 审计处 科员');
    expect(told(roster)).toContain('并排有 2 组人');
  });

  test('填写说明在前：读有表头的那一张，说是哪一张', () => {
    const roster = file('06-guide-first.xlsx');
    expect(people(roster)).toEqual(['示例甲 财务处 出纳', '示例乙 审计处 科员']);
    expect(roster.sheet).toBe('名册');
  });

  test('几张表都有人：说出没有读的，可以换一张', () => {
    const head = ['姓名', '处室'];
    const sheets = [
      sheetOf([head, ['示例甲', '财务处']], { name: '机关' }),
      sheetOf([head, ['示例乙', '审计处']], { name: '下属' }),
      sheetOf([head, ['示例丙', '审计处']], { name: '旧的', isHidden: true }),
    ];
    const first = readRoster(sheets, context);
    expect([first.sheet, people(first)]).toEqual(['机关', ['示例甲 财务处 ']]);
    expect(told(first)).toContain('另外的工作表“下属”');
    expect(first.sheets).toEqual(['机关', '下属']);
    expect(people(readRoster(sheets, context, '下属'))).toEqual(['示例乙 审计处 ']);
    expect(readRoster(sheets.slice(2), context).fault).toContain('隐藏的工作表“旧的”');
  });

  test('单位写在处室前面：取处室', () => {
    const roster = file('11-unit-and-department.xlsx');
    expect(people(roster)).toEqual(['示例甲 财务处 出纳', '示例乙 审计处 科员']);
    expect(told(roster)).toContain('没有用到的列：单位');
  });

  test('只有单位一列、列里就是处室：照样用', () => {
    const rows = [
      ['部门', '姓名', '单位'],
      ['综合股', '示例甲', '财务处'],
      ['综合股', '示例乙', '审计处'],
    ];
    expect(people(readRoster([sheetOf(rows)], context))).toEqual([
      '示例甲 财务处 ',
      '示例乙 审计处 ',
    ]);
  });

  test('处室里有空格、换行，前面带着单位名：都对得上', () => {
    const roster = file('10-spaced-departments.xlsx');
    expect(roster.people.map(({ department }) => department)).toEqual([
      '财务处',
      '土地利用处',
      '办公室',
      '财务处',
    ]);
    expect(roster.people.every(({ unknownDepartment }) => !unknownDepartment)).toBe(true);
  });

  test('九千个只有格式的空行不算行', () => {
    expect(file('13-9000-empty-styled-rows.xlsx').people).toHaveLength(1);
  });

  test('算不出来的公式按格子说出来', () => {
    const roster = file('08g-error-cell.xlsx');
    expect(told(roster)).toContain('姓名（A3）是算不出来的公式（#N/A）');
    expect(told(roster)).toContain('处室（B4）是算不出来的公式（#N/A），当成空着');
    expect(told(file('08n-formula-no-cached-value.xlsx'))).toContain('（B3）是算不出来的公式（=');
  });

  test.each([
    ['07a-semicolon.csv', '示例甲 财务处 '],
    ['07b-tab-title-utf16.csv', '示例甲 财务处 '],
    ['07c-title-comma.csv', '示例甲 财务处 '],
    ['07d-tab-walls.txt', '示例甲 财务处 '],
    ['07e-crlf-in-quotes.csv', '示例甲 财务处 出纳 （兼）'],
    ['07f-fullwidth-comma.csv', '示例甲 财务处 '],
    ['07g-sep-line.csv', '示例甲 财务处 '],
    ['08a-dimension-A1.xlsx', '示例甲 财务处 出纳'],
    ['08b-strict.xlsx', '示例甲 财务处 出纳'],
    ['08c-prefix-x.xlsx', '示例甲 财务处 出纳'],
    ['08e-SharedStrings-case.xlsx', '示例甲 财务处 '],
    ['08f-phonetic.xlsx', '示例甲 财务处 '],
    ['08h-formula-string.xlsx', '示例甲 财务处 '],
    ['08i-empty-shared-string.xlsx', '示例甲 财务处 '],
    ['08j-empty-shared-string2.xlsx', '示例甲 财务处 '],
    ['08k-blank-s-cell.xlsx', '示例甲  '],
    ['08l-date-cell.xlsx', '示例甲 财务处 '],
    ['08m-inlineStr-empty.xlsx', '示例甲 财务处 '],
    ['12-rows-offset.xlsx', '示例甲 财务处 '],
  ])('%s 照读', (name, first) => {
    expect(people(file(name))[0]).toBe(first);
  });

  test('名字中间的点，各种写法都变成一种', () => {
    const { people: read, notes } = file('03-interpuncts.csv');
    expect(new Set(read.slice(0, 12).map(({ name }) => name))).toEqual(new Set(['阿米娜·买买提']));
    // The last has an old private space in place of the dot: two words, which the reader is asked of.
    expect(read).toHaveLength(12);
    expect(notes.find(({ row }) => row === 14)?.text).toContain('名字中间少了点');
  });

  test('旧造字区的字换成标准字，说出来；罕见字照印', () => {
    const roster = file('05b-rare-pua-utf8.csv');
    expect(roster.people.map(({ name }) => name)).toEqual([
      '王䶮',
      '王䶮',
      '李𬭩',
      '赵𱍐',
      roster.people[4]?.name,
      '孙葛',
    ]);
    expect(told(roster)).toContain('旧造字区的字（U+E863），换成了标准字“䶮”');
    expect(told(roster)).toContain('异体的选择符');
    expect(file('05-rare-gbk.csv').people.map(({ name }) => name)[1]).toMatch(/^李.$/u);
  });

  test('区别同名的记号去掉，说出来', () => {
    const roster = file('09-suffix.csv');
    expect(roster.people.map(({ name }) => name)).toEqual(['王伟', '王伟', '李娜', '赵敏', '孙强']);
    for (const mark of ['（大）', '1', '（女）', '*', '（借调）']) {
      expect(told(roster).replace(/[()]/g, (one) => (one === '(' ? '（' : '）'))).toContain(
        `记号“${mark}”不印`,
      );
    }
  });

  test('只有职务：有职级的不当领导，猜的都标出来', () => {
    const { people: read } = file('04-ranks.csv');
    expect(Object.fromEntries(read.map(({ post, postLevel }) => [post, postLevel]))).toEqual({
      一级主任科员: '普通',
      三级主任科员: '普通',
      副主任科员: '普通',
      四级调研员: '普通',
      二级调研员: '普通',
      '办公室主任、一级主任科员': '中层',
      总工办科员: '普通',
      局长办公室秘书: '普通',
      书记员: '普通',
      一级科员: '普通',
      副局长: '领导',
      科长: '中层',
      所长助理: '普通',
      副支队长: '中层',
      人事处处长: '中层',
    });
    const guessed = read.filter(({ levelBasis }) => levelBasis === 'title');
    // 副局长 is in the catalogue; nobody else is.
    expect(guessed).toHaveLength(read.length - 1);
  });

  test('分管领导写在所管的处室：还是领导，印领导的承诺', () => {
    const rows = [
      ['姓名', '处室', '职务'],
      ['示例甲', '财务处', '分管领导'],
    ];
    const [person] = readRoster([sheetOf(rows)], context).people;
    expect(person).toMatchObject({ postLevel: '领导', levelBasis: 'catalogue' });
    expect(person?.matched?.ref).toBe('leadership/in-charge');
  });

  test.each(['处长、二级调研员', '处长（二级调研员）', '处长 / 一级主任科员'])(
    '职务后面带职级的，照职务对目录：%s',
    (post) => {
      const rows = [
        ['姓名', '处室', '职务'],
        ['示例甲', '财务处', post],
      ];
      const [person] = readRoster([sheetOf(rows)], context).people;
      expect(person).toMatchObject({ post, postLevel: '中层', levelBasis: 'catalogue' });
      expect(person?.matched?.ref).toBe('finance/head');
    },
  );

  test('写短了的处室，猜得到是哪一个，但不替人定', () => {
    const rows = [
      ['姓名', '处室'],
      ['示例甲', '矿管处'],
    ];
    const roster = readRoster([sheetOf(rows)], context);
    expect(roster.people[0]?.nearestDepartments[0]).toBe('矿产资源管理处');
    expect(roster.people[0]?.department).toBe('矿管处');
    expect(told(roster)).toContain('是不是“矿产资源管理处”');
  });

  test('同一句提醒不在每一行说，在表上面说一次', () => {
    const rows = [['姓名', '处室'], ...['甲', '乙', '丙', '丁'].map((one) => [`示例${one}`, ''])];
    const { notes, remarks } = readRoster([sheetOf(rows)], context);
    expect(notes).toEqual([]);
    expect(remarks.filter((text) => text.startsWith('第 2—5 行（共 4 人）'))).toHaveLength(2);
  });

  test('在表里改的，处室、岗位、层级、姓名都算数', () => {
    const rows = [
      ['姓名', '处室', '职务'],
      ['示例甲', '矿管处', '科员'],
      ['13800000000', '财务处', '出纳'],
    ];
    const edits = new Map([
      ['2', { department: '审计处', postLevel: '中层' as const }],
      ['3', { name: '示例乙' }],
    ]);
    const roster = readRoster([sheetOf(rows)], { ...context, edits });
    expect(people(roster)).toEqual(['示例甲 审计处 科员', '示例乙 财务处 出纳']);
    expect(roster.people[0]).toMatchObject({ postLevel: '中层', levelBasis: 'by hand' });
  });
});

describe('会让页面停住的文件', () => {
  test.each([
    ['far-cell.xlsx', 'XFD1048576'],
    ['far-cell-row5000.xlsx', 'XFD5000'],
  ])('%s：离得远的格子不读，说出是哪一格，不到半秒', (name, cell) => {
    const began = performance.now();
    const roster = rosterOf(attack(name));
    expect(performance.now() - began).toBeLessThan(500);
    expect(people(roster)).toEqual(['张三 办公室 ']);
    expect(told(roster)).toContain(cell);
  });

  test.each(['billion-laughs.xlsx', 'xxe.xlsx', 'hostile.xlsx'])('%s：不展开，不去取', (name) => {
    const began = performance.now();
    const { sheets } = tableOf(attack(name));
    expect(performance.now() - began).toBeLessThan(500);
    expect(JSON.stringify(sheets).length).toBeLessThan(2000);
  });

  const xml =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>示例甲</t></is></c></row></sheetData></worksheet>';
  const withPart = (part: string, content: Uint8Array) =>
    workbookWithLargePart([{ name: '名册', xml }], part, content);

  test('一百万行：说是行太多，不说文件坏了', () => {
    const rows = `${xml.replace('</sheetData></worksheet>', '')}${'<row><c><v>1</v></c></row>'.repeat(1_048_574)}</sheetData></worksheet>`;
    const bytes = withPart('xl/worksheets/sheet1.xml', Buffer.from(rows));
    expect(rosterOf(bytes).fault).toContain('5000 行以上');
  });

  /** 70 MB of blanks, some 300 KB packed; the directory says that the part is small. */
  const bomb = Buffer.alloc(70 * 1024 * 1024, 32);

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'])('炸弹在 %s：停得住', (part) => {
    const bytes = withPart(part, bomb);
    expect(bytes.length).toBeLessThan(400_000);
    expect(tableOf(bytes).fault).toContain('64 MB 以上');
  });

  test('炸弹在图片里：图片根本不解开', () => {
    expect(rosterOf(withPart('xl/media/image1.png', bomb)).people).toHaveLength(1);
  });

  test.each([
    ['没有传完的文件', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 300), '没有存完'],
    ['别的压缩包', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'Word 文件或者压缩包'],
  ])('%s：说清楚', (_, change, says) => {
    expect(tableOf(change(workbookOfSheets([{ name: '名册', xml }]))).fault).toContain(says);
  });

  test('双引号没有配对：不悄悄吞掉后面的行', () => {
    const text = '姓名,处室\n示例甲,"财务处\n示例乙,审计处\n示例丙,审计处\n';
    expect(tableOf(Buffer.from(text)).fault).toContain('双引号没有配对');
  });
});
