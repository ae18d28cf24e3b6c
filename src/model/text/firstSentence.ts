const opening = '《“‘（「『';
const closing = '》”’）」』';
const ends = '。！？';

/**
 * The first sentence of a text, with the sign that ends it. A sign inside of 《》, “” or brackets
 * ends nothing.
 * @returns the whole text when no sentence ends in it.
 */
export function firstSentence(text: string): string {
  let depth = 0;
  let end = 0;
  for (const char of text) {
    end += char.length;
    if (opening.includes(char)) depth += 1;
    else if (closing.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ends.includes(char)) return text.slice(0, end);
  }
  return text;
}
