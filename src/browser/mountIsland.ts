import { Component, h, render, type ComponentChildren, type VNode } from 'preact';
import { startEmptyPaperNote } from './emptyPaper.ts';

interface GuardProps {
  readonly onFault: () => void;
  readonly children: ComponentChildren;
}

/** Stands around an island: when it breaks down the page says so, in place of a blank. */
class Guard extends Component<GuardProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  override componentDidCatch(error: unknown): void {
    this.props.onFault();
    this.setState({ isBroken: true });
    // Swallowed here, it would be missing from the browser's own list of errors.
    setTimeout(() => {
      throw error;
    });
  }

  override render({ children }: GuardProps, { isBroken }: { readonly isBroken: boolean }) {
    if (!isBroken) return children;
    return h(
      'p',
      { class: 'message is-fault', role: 'alert' },
      '这一部分出了错，停下来了。存在本机的都还在，没有丢；请刷新页面，还是这样就请告诉管理员。',
    );
  }
}

interface Mounting {
  /** Of the element that the island is drawn in; nothing happens on pages without it. */
  readonly host: string;
  readonly island: () => VNode;
  /** Of what stands for the island until it is drawn, outside of its host. */
  readonly standIn?: string;
}

/**
 * Draws an island in the place of the text that the page came with: that it is being opened, or
 * needs scripts. What stands in for the island goes only when the island stands.
 */
export function mountIsland({ host: hostSelector, island, standIn }: Mounting): void {
  const host = document.querySelector(hostSelector);
  if (!host) return;
  mountIn(host, island(), standIn);
  startEmptyPaperNote();
}

/** The same where the element is known. */
export function mountIn(host: Element, island: VNode, standIn?: string): void {
  let isBroken = false;
  host.textContent = '';
  render(h(Guard, { onFault: () => (isBroken = true), children: island }), host);
  if (standIn && !isBroken) document.querySelector(standIn)?.remove();
}
