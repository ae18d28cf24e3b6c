/** Lets the picture of all walls show whose a step is: what does not match fades. */
export function startBricks(): void {
  const place = document.querySelector('[data-bricks]');
  const form = place?.querySelector<HTMLFormElement>('[data-bricks-filter]');
  if (!place || !form) return;
  const bricks = Array.from(place.querySelectorAll<HTMLElement>('.brick'));
  const valueOf = (name: string) => String(new FormData(form).get(name) ?? '');
  const has = (list: string | undefined, wanted: string) =>
    wanted === '' || wanted.split(' ').some((one) => (list ?? '').split(' ').includes(one));

  const show = () => {
    const [posts, category] = [valueOf('posts'), valueOf('category')];
    const shown = bricks.filter(
      ({ dataset }) => has(dataset['posts'], posts) && has(dataset['category'], category),
    );
    for (const brick of bricks) brick.classList.toggle('is-faded', !shown.includes(brick));
    const walls = new Set(shown.map((brick) => brick.closest('ol')));
    const count = form.querySelector('[data-bricks-count]');
    if (count) {
      count.textContent =
        shown.length === bricks.length
          ? `${walls.size} 面墙，${bricks.length} 步`
          : `符合的有 ${walls.size} 面墙上的 ${shown.length} 步`;
    }
  };
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}
