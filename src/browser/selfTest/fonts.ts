/**
 * Fonts of official papers under all their names, as in islands/commitment/letter.css. Browsers do
 * not tell whether they have one, and every Chinese letter is as wide as any other: only the drawn
 * letters show it.
 */
const families: readonly (readonly [name: string, family: string])[] = [
  ['仿宋', '"仿宋_GB2312","FangSong_GB2312","FangSong","仿宋","STFangsong","方正仿宋_GBK"'],
  ['小标宋', '"FZXiaoBiaoSong-B05S","方正小标宋简体","FZXiaoBiaoSong-B05","方正小标宋_GBK"'],
  ['黑体', '"SimHei","黑体","方正黑体_GBK"'],
  ['楷体', '"KaiTi","楷体","KaiTi_GB2312","楷体_GB2312","STKaiti","方正楷体_GBK"'],
];

const size = 40;
const text = '廉政风险防控';

function drawn(font: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = size * text.length;
  canvas.height = size * 2;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.font = `${size}px ${font}`;
  pen.fillText(text, 0, size * 1.5);
  return canvas.toDataURL();
}

/** Which of the fonts this computer has. */
export function findFonts(): { readonly name: string; readonly isThere: boolean }[] {
  // Two, as the font may be what the browser takes for one of them anyway.
  const others = ['serif', 'sans-serif'] as const;
  return families.map(([name, family]) => ({
    name,
    isThere: others.some((other) => drawn(`${family},${other}`) !== drawn(other)),
  }));
}
