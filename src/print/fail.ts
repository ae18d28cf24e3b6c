/** Ends the command with a sentence for whoever typed it. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
