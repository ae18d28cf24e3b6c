/**
 * Over how many rows the cells of a merged column go.
 * @param keys one for each row of a sheet, in their order; cells go on while the key stays the same.
 *   On each sheet a cell begins anew, so that every sheet can be read alone.
 * @returns for each row 0 where the cell above goes on.
 */
export function rowSpans(keys: readonly string[]): number[] {
  const spans = keys.map(() => 1);
  let start = 0;
  keys.forEach((key, i) => {
    if (i === 0) return;
    if (key === keys[start]) {
      spans[start] = i - start + 1;
      spans[i] = 0;
    } else {
      start = i;
    }
  });
  return spans;
}
