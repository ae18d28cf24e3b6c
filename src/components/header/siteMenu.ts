/** A button in the place of the link that leads to the menu without scripts. */
function buttonFor(link: HTMLElement, menu: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent?.trim() ?? '';
  button.setAttribute('aria-controls', menu.id);
  link.replaceWith(button);
  return button;
}

/**
 * Makes 菜单 a button where the header has no room for the menu itself. The menu closes on Esc, which
 * gives the focus back, on a press beside it, and when the focus goes on to the page: nothing that
 * has the focus lies under it.
 */
export function startSiteMenu(): void {
  const link = document.querySelector<HTMLElement>('[data-site-menu-opener]');
  const menu = document.querySelector<HTMLElement>('[data-site-menu]');
  if (!link || !menu) return;
  const button = buttonFor(link, menu);
  const isOpen = () => button.getAttribute('aria-expanded') === 'true';
  const show = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('is-open', open);
  };
  const isOwn = (target: EventTarget | null) =>
    target instanceof Node && (menu.contains(target) || button.contains(target));

  show(false);
  button.addEventListener('click', () => show(!isOpen()));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    show(false);
    button.focus();
  });
  for (const leaving of ['pointerdown', 'focusin']) {
    document.addEventListener(leaving, ({ target }) => {
      if (!isOwn(target)) show(false);
    });
  }
}
