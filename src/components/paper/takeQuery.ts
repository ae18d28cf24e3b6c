import { readQuery } from '../../browser/query.ts';

/**
 * Sets fields to what the query says under their names, so that a choice can be sent on and printed
 * by a command. What the query does not say, or what is no choice of the field, stays as it is.
 * @returns the query, for what is no such field.
 */
export function takeQuery(fields: readonly HTMLSelectElement[]): URLSearchParams {
  const query = new URLSearchParams(readQuery());
  for (const field of fields) {
    const value = query.get(field.name);
    if (value !== null && Array.from(field.options).some((option) => option.value === value))
      field.value = value;
  }
  return query;
}
