import { describe, expect, test } from 'vitest';
import { composeLetter, generalPromises } from '../../../src/model/letter/letter.ts';
import {
  dateForPen,
  layOutLetter,
  signatureLines,
  signatureRowMm,
  typeSizes,
} from '../../../src/model/letter/layoutLetter.ts';
import { breakLines, charWidth, linesOf } from '../../../src/model/text/breakLines.ts';
import { fields, letterCases, promise, template } from '../../fixtures/letterCases.ts';

const run = (text: string) => [{ text, isLead: false }];
const textOf = (line: readonly { text: string }[]) => line.map(({ text }) => text).join('');
const widthOf = (text: string) => Array.from(text).reduce((sum, char) => sum + charWidth(char), 0);

describe('断行', () => {
  test('一行二十八字，首行空两字', () => {
    const lines = breakLines(run('字'.repeat(60)), 28, 2).map(textOf);
    expect(lines.map((line) => line.length)).toEqual([26, 28, 6]);
  });

  test.each([
    ['逗号不在行首', `${'字'.repeat(28)}，好`],
    ['后引号不在行首', `“${'字'.repeat(27)}”好`],
    ['前引号不在行尾', `${'字'.repeat(27)}“好”`],
    ['连着的标点不拆到行首', `${'字'.repeat(27)}”，好`],
  ])('%s', (_, text) => {
    const lines = breakLines(run(text), 28, 0).map(textOf);
    expect(lines.join('')).toBe(text);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。”』）]/);
    for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“《（]$/);
  });

  test('年份这样的数字不从中间断开', () => {
    const lines = breakLines(run(`${'字'.repeat(26)}2027年`), 28, 0).map(textOf);
    expect(lines).toEqual(['字'.repeat(26), '2027年']);
  });

  test('留着填的空和后面的年、月、日不分在两行', () => {
    const blank = '＿＿＿＿年＿＿月＿＿日';
    for (let before = 10; before < 28; before += 1) {
      const lines = breakLines(run(`${'字'.repeat(before)}${blank}完`), 28, 0).map(textOf);
      expect(lines.join('')).toContain(blank);
      for (const line of lines.slice(1)) expect(line, lines.join('/')).not.toMatch(/^[年月日]/);
      for (const line of lines.slice(0, -1)) expect(line, lines.join('/')).not.toMatch(/＿$/);
    }
  });

  test('一行放不下的网址断开，一个字不少，哪一行都不超宽', () => {
    const url = `https://www.example.gov.cn/${'zcfg/'.repeat(30)}?id=1`;
    const text = `照${url}办。`;
    const lines = breakLines(run(text), 28, 2).map(textOf);
    expect(lines.join('')).toBe(text);
    lines.forEach((line, i) => expect(widthOf(line)).toBeLessThanOrEqual(i === 0 ? 26 : 28));
  });

  test('写的人另起的一行，纸上也另起，空行不占', () => {
    const runs = [
      { text: '一、小题。', isLead: true },
      { text: '第一行\n\n第二行\r\n', isLead: false },
    ];
    expect(linesOf(runs)).toEqual([
      [
        { text: '一、小题。', isLead: true },
        { text: '第一行', isLead: false },
      ],
      [{ text: '第二行', isLead: false }],
    ]);
    const letter = composeLetter(
      template('staff'),
      fields,
      [{ id: 'own-1', lead: '小题。', text: `第一行\n${'字'.repeat(40)}`, isEdited: true }],
      'v',
    );
    const lines = layOutLetter(letter).sheets.flatMap((sheet) => sheet.lines);
    const at = lines.findIndex(({ runs: own }) => textOf(own).endsWith('第一行'));
    // The short line is not spread over the width, and the next one begins as a paragraph does.
    expect(lines[at]?.isLast).toBe(true);
    expect(lines[at + 1]?.indent).toBe(2);
  });

  test('黑体的小题断到下一行还是黑体', () => {
    const [first, second] = breakLines(
      [
        { text: '题'.repeat(30), isLead: true },
        { text: '文', isLead: false },
      ],
      28,
      0,
    );
    expect(first?.every(({ isLead }) => isLead)).toBe(true);
    expect(second).toEqual([
      { text: '题题', isLead: true },
      { text: '文', isLead: false },
    ]);
  });
});

describe.each(letterCases)('$name', ({ templateId, fields: own, promises: count }) => {
  const chosen = template(templateId);
  const promises = count
    ? Array.from({ length: count }, (_, i) => promise(i + 1))
    : generalPromises(chosen);
  const letter = composeLetter(chosen, { ...fields, ...own }, promises, 'v');
  const laid = layOutLetter(letter);
  const { charsPerLine, linesPerSheet } = typeSizes[laid.size];

  test('一个字不少，先后不乱', () => {
    const printed = laid.sheets.flatMap(({ lines }) => lines.map(({ runs }) => textOf(runs)));
    const meant = letter.paragraphs.map(({ runs }) => textOf(runs));
    expect(printed.join('')).toBe(meant.join(''));
  });

  test('每行都放得下，每页不超过行数', () => {
    const signatures = signatureLines(letter, laid.size);
    for (const sheet of laid.sheets) {
      const used =
        sheet.lines.length + (sheet.hasTitle ? 3 : 0) + (sheet.hasSignatures ? signatures : 0);
      expect(used).toBeLessThanOrEqual(linesPerSheet);
      for (const { runs, indent } of sheet.lines) {
        expect(widthOf(textOf(runs)) + indent).toBeLessThanOrEqual(charsPerLine);
      }
    }
  });

  test('签名不会单独在一页上，签名前至少两行正文', () => {
    const last = laid.sheets[laid.sheets.length - 1];
    expect(last?.hasSignatures).toBe(true);
    expect(last?.lines.length).toBeGreaterThanOrEqual(2);
    expect(laid.sheets.filter(({ hasSignatures }) => hasSignatures)).toHaveLength(1);
  });

  test('每个签名的人有自己的一行：15 毫米高，签名和日期都写得下', () => {
    const { lineMm } = typeSizes[laid.size];
    const members = letter.memberLines > 0 ? letter.memberLines + 1 : 0;
    const rows = signatureLines(letter, laid.size) - members;
    expect(rows * lineMm).toBeGreaterThanOrEqual(letter.signers.length * 15);
    expect(signatureRowMm).toBeGreaterThanOrEqual(15);
    // A label that is longer than eleven characters stands in two lines; the rule is six long.
    for (const label of letter.signers) {
      expect(widthOf(label), label).toBeLessThanOrEqual(2 * 11.5);
      expect(Math.min(11.5, widthOf(label)) + widthOf(dateForPen) + 6.2).toBeLessThanOrEqual(28);
    }
  });

  test('一段的最后一行不会只剩一个字', () => {
    for (const { lines } of laid.sheets) {
      for (const [i, { runs, isLast, paragraph }] of lines.entries()) {
        if (!isLast || lines[i - 1]?.paragraph !== paragraph) continue;
        expect(
          textOf(runs).replace(/[，。、；：？！）》”]/g, '').length,
          textOf(runs),
        ).toBeGreaterThan(1);
      }
    }
  });
});

test('常见的一份在一页上，三号字', () => {
  const staff = template('staff');
  const promises = [...generalPromises(staff), promise(1, 40), promise(2, 40)];
  const laid = layOutLetter(composeLetter(staff, fields, promises, 'v'));
  expect(laid.size).toBe('三号');
  expect(laid.sheets).toHaveLength(1);
});

test('承诺从一条加到十四条：先三号，再四号，再两页，不跳过', () => {
  const staff = template('staff');
  const seen = Array.from({ length: 14 }, (_, i) => {
    const promises = Array.from({ length: i + 1 }, (_, j) => promise(j + 1));
    const { size, sheets } = layOutLetter(composeLetter(staff, fields, promises, 'v'));
    return `${size}${sheets.length}`;
  });
  expect([...new Set(seen)]).toEqual(['三号1', '四号1', '四号2']);
});

test.each(Array.from({ length: 40 }, (_, i) => i))('末条长短 %i：签名前总有两行正文', (extra) => {
  const staff = template('staff');
  const promises = Array.from({ length: 9 }, (_, i) => promise(i + 1, i === 8 ? 20 + extra : 46));
  const { sheets } = layOutLetter(composeLetter(staff, fields, promises, 'v'));
  expect(sheets[sheets.length - 1]?.lines.length).toBeGreaterThanOrEqual(2);
});
