import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

interface OpenPaper {
  /** Title of the table that is laid out on sheets; one at a time, since all that lies there is printed. */
  readonly title: string;
  readonly open: (title: string) => void;
}

export const PaperContext = createContext<OpenPaper>({ title: '', open: () => undefined });

/** Whether this table is laid out on sheets. */
export function usePaper(title: string): {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
} {
  const { title: current, open } = useContext(PaperContext);
  return { isOpen: current === title, setOpen: (isOpen) => open(isOpen ? title : '') };
}
