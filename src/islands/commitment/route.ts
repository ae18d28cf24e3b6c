import { useEffect, useState } from 'preact/hooks';

/** The parts of the page; each has an address. */
export const parts = ['one', 'batch', 'log'] as const;
export type Part = (typeof parts)[number];

function readPart(): Part {
  return parts.find((part) => location.hash === `#${part}`) ?? 'one';
}

export function usePart(): Part {
  const [part, setPart] = useState(readPart);
  useEffect(() => {
    const follow = () => setPart(readPart());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return part;
}
