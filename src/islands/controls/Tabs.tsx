import { moveFocus } from '../../browser/focus.ts';

interface Tab {
  /** Without `#`. */
  readonly hash: string;
  readonly name: string;
}

interface Props {
  /** What the parts are parts of, for those who hear the page. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
  /** `bar` stands in one line with the head of a record. */
  readonly look?: 'boxes' | 'bar';
}

/**
 * The parts of a page, each with an address of its own. They are links: Tab goes through them, the
 * arrow keys go along them too.
 */
export function Tabs({ label, tabs, current, look = 'boxes' }: Props) {
  const link = ({ hash, name }: Tab) => (
    <a key={hash} href={`#${hash}`} aria-current={hash === current ? 'true' : undefined}>
      {name}
    </a>
  );
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: Element }) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveFocus(event.currentTarget, 'a', step);
  };
  return (
    <nav
      class={look === 'bar' ? 'record-views no-print' : 'no-print'}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <ul class="tabs">
        {tabs.map((tab) => (
          <li key={tab.hash}>{link(tab)}</li>
        ))}
      </ul>
    </nav>
  );
}
