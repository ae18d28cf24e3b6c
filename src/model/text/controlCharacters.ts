/**
 * Characters that nobody sees and nobody types: the control characters of ISO 6429 but tab and line
 * feed, what steers direction or width (Unicode Cf), line separators, and the mark of a character that
 * was already lost. They come with text copied out of old systems, PDF and chat windows; a finder does
 * not find across them, a Word file does not open with them, and a terminal obeys them.
 */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\uffff]/g;

/** A character that is refused, with its place in the text (UTF-16 code units). */
export interface ControlCharacter {
  readonly index: number;
  /** `U+0007`. */
  readonly name: string;
}

/** All control characters of a text, in their order. */
export function controlCharacters(text: string): ControlCharacter[] {
  return [...text.matchAll(controls)].map(({ index, 0: character }) => ({
    index,
    name: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}

/**
 * What to say of the control characters of a text; undefined when there are none. Names the first,
 * and what stands before it, so that the author finds the spot.
 */
export function controlFault(text: string): { problem: string; remedy: string } | undefined {
  const [first, ...more] = controlCharacters(text);
  if (!first) return undefined;
  const line = text.slice(text.lastIndexOf('\n', first.index) + 1, first.index);
  const before = Array.from(line).slice(-6).join('');
  const where = before === '' ? '开头' : `“${before}”后面`;
  const count = more.length > 0 ? `，一共 ${more.length + 1} 个` : '';
  return {
    problem:
      first.name === 'U+FFFD'
        ? `${where}有已经坏掉的字（�）${count}`
        : `${where}有看不见的控制字符（${first.name}）${count}`,
    remedy: '多半是从别的程序粘贴来的：删掉这几个字，重新用键盘打一遍',
  };
}
