/**
 * What a rule of a schema tells the author who breaks it stands at the rule, as its `error`: mostly
 * the remedy alone; where “写法不对” would be too vague, the problem and the remedy.
 */
export interface Told {
  /** What is wrong; absent where the value is simply not written as it should be. */
  readonly problem?: string;
  readonly remedy: string;
}

/** A value as it is quoted to the author. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A problem and its remedy as the one message that a schema can give. */
export function told(problem: string, remedy: string): string {
  return `${problem}\n${remedy}`;
}

/** Reads the message of a rule back. */
export function readTold(message: string): Told {
  const [first = '', second] = message.split('\n');
  return second === undefined ? { remedy: first } : { problem: first, remedy: second };
}
