/** On a wall: the button of 测一测. The quiz itself is fetched only when it is wanted. */
export function startWallQuizLauncher(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-wall-quiz]');
  const place = document.querySelector<HTMLElement>('[data-wall-quiz-place]');
  if (!button || !place) return;
  button.addEventListener('click', () => {
    button.disabled = true;
    import('./WallQuiz.tsx').then(
      ({ startWallQuiz }) => {
        startWallQuiz(place, button.dataset['wallQuiz'] ?? '');
        button.hidden = true;
      },
      () => {
        button.disabled = false;
        place.textContent = '题目没有取到，请刷新后再试。';
      },
    );
  });
}
