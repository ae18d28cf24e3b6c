import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type Declaration, type Root } from 'postcss';
import { describe, expect, test } from 'vitest';

/** The files in which colours and sizes may be written out. */
const tokenFiles = ['tokens', 'paperTokens', 'slideTokens', 'stateTokens'].map(
  (name) => `src/styles/${name}.css`,
);

interface Sheet {
  readonly file: string;
  readonly root: Root;
}

/** The styles of a file: a style sheet, or the `<style>` of a component. */
function sheetsOf(file: string): Sheet[] {
  const text = readFileSync(file, 'utf8');
  const texts = file.endsWith('.css')
    ? [text]
    : [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map((match) => match[1] ?? '');
  return texts.map((css) => ({ file, root: postcss.parse(css, { from: file }) }));
}

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.(?:css|astro)$/.test(name))
  .flatMap(sheetsOf);

interface Found {
  readonly file: string;
  readonly declaration: Declaration;
}

function declarations(from: readonly Sheet[]): Found[] {
  return from.flatMap(({ file, root }) => {
    const found: Found[] = [];
    root.walkDecls((declaration) => {
      found.push({ file, declaration });
    });
    return found;
  });
}

const written = declarations(sheets);
const outsideTokens = written.filter(({ file }) => !tokenFiles.includes(file));
const told = ({ file, declaration }: Found) => `${file}：${declaration.prop}: ${declaration.value}`;

const takesColour =
  /^(?:color|fill|stroke|background|border(?:-(?:top|right|bottom|left))?|outline|box-shadow|text-shadow|text-decoration|.*-color)$/;
/** Tokens, colours of the reader's system, lengths, line styles; a colour of our own is none of these. */
const plainWord =
  /^(?:var\(--[\w-]+\)|transparent|currentColor|inherit|none|CanvasText|Canvas|LinkText|solid|dashed|dotted|underline|[\d.]+(?:px|mm|em|rem)?)$/;

describe('颜色和字号只写在一处', () => {
  test('颜色都取自 tokens.css 和 paperTokens.css：深色、打印时不会有一块没跟着变', () => {
    const own = outsideTokens.filter(
      ({ declaration: { prop, value } }) =>
        takesColour.test(prop) && !value.split(/[\s,]+/).every((word) => plainWord.test(word)),
    );
    expect(own.map(told)).toEqual([]);
  });

  test('字号都取自 tokens.css 和 paperTokens.css：放成大字、印在纸上都由一处定', () => {
    const own = outsideTokens.filter(
      ({ declaration: { prop, value } }) =>
        (prop === 'font-size' && !/^(?:inherit|var\(--font-size-[\w-]+\))$/.test(value)) ||
        (prop === 'font' && value !== 'inherit'),
    );
    expect(own.map(told)).toEqual([]);
  });

  test('用到的都定了，定了的都用到：写错一个名字，浏览器只当没写', () => {
    const defined = new Set(
      written.flatMap(({ declaration: { prop } }) => (prop.startsWith('--') ? [prop] : [])),
    );
    const used = new Set(
      written.flatMap(({ declaration: { value } }) =>
        [...value.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1] ?? ''),
      ),
    );
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
    expect([...defined].filter((name) => !used.has(name))).toEqual([]);
  });

  test('每个名字只在放它的两个文件里定', () => {
    const strays = outsideTokens.filter(({ declaration: { prop } }) => prop.startsWith('--'));
    expect(strays.map(told)).toEqual([]);
  });

  test('字只有两种粗细：办公电脑的中文字体没有别的，多一种，每个字体名就多向系统问一遍', () => {
    const own = written.filter(
      ({ declaration: { prop, value } }) =>
        prop === 'font-weight' && !['400', '700', 'inherit'].includes(value),
    );
    expect(own.map(told)).toEqual([]);
  });
});

describe('看得清', () => {
  /** The colours that a rule of tokens.css sets, by its selector. */
  const coloursOf = (selector: string) => {
    const names = new Set<string>();
    for (const { root } of sheetsOf('src/styles/tokens.css')) {
      root.walkRules((rule) => {
        if (rule.parent?.type !== 'root' || rule.selector !== selector) return;
        rule.walkDecls(/^--(?:color|shadow)/, ({ prop }) => {
          names.add(prop);
        });
      });
    }
    return names;
  };

  test('浅色的每个颜色，深色里都另有一个', () => {
    const light = coloursOf(':root');
    expect(light.size).toBeGreaterThan(0);
    expect(coloursOf(":root[data-theme='dark']")).toEqual(light);
  });

  test.each([
    ['流程图', 'src/styles/flowchart.css'],
    ['成效的图', 'src/components/ReportedPicture.astro'],
    ['自查结果的图', 'src/islands/self-assessment/results.css'],
  ])('高对比度模式下，%s的线和字换成系统的颜色', (_, file) => {
    const system = declarations(sheetsOf(file)).filter(
      ({ declaration: { prop, value, parent } }) =>
        /^(?:fill|stroke)$/.test(prop) &&
        /^(?:CanvasText|Canvas|LinkText)$/.test(value) &&
        parent?.parent?.type === 'atrule' &&
        'params' in parent.parent &&
        parent.parent.params === '(forced-colors: active)',
    );
    expect(system.map(({ declaration }) => declaration.prop)).toContain('fill');
  });
});
