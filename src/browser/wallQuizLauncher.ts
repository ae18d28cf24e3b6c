/** The code of 测一测: fetched when somebody presses the button. */
export interface WallQuizCode {
  readonly startWallQuiz: (place: Element, wallId: string) => void;
}

/** On a wall: the button of 测一测. The quiz itself is fetched only when it is wanted. */
export function launchWallQuizWith(fetchCode: () => Promise<WallQuizCode>): void {
  const button = document.querySelector<HTMLButtonElement>('[data-wall-quiz]');
  const place = document.querySelector('[data-wall-quiz-place]');
  if (!button || !place) return;
  button.addEventListener('click', () => {
    button.disabled = true;
    fetchCode().then(
      ({ startWallQuiz }) => {
        startWallQuiz(place, button.dataset['wallQuiz'] ?? '');
        button.hidden = true;
      },
      () => {
        button.disabled = false;
        place.textContent = '测一测的程序没有取到，请刷新页面后再试。';
      },
    );
  });
}
