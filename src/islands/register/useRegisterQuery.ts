import { useEffect, useState } from 'preact/hooks';
import { onQueryChange, readQuery, writeQuery } from '../../browser/query.ts';
import {
  readRegisterQuery,
  registerSearch,
  type RegisterQuery,
} from '../../model/register/query.ts';

/** @param isTyped what is being typed does not make a step of its own for Back. */
export type ChangeQuery = (query: RegisterQuery, isTyped?: boolean) => void;

/** What is looked for in the register. It stands in the address, so that it can be sent on. */
export function useRegisterQuery(): readonly [RegisterQuery, ChangeQuery] {
  const [query, setQuery] = useState(() => readRegisterQuery(readQuery()));
  useEffect(() => onQueryChange(() => setQuery(readRegisterQuery(readQuery()))), []);
  return [
    query,
    (next, isTyped = false) => {
      setQuery(next);
      writeQuery(registerSearch(next), isTyped ? 'replace' : 'push');
    },
  ];
}
