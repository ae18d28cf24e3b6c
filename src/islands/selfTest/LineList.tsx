import { lineNames, stateWords, type Line } from '../../model/selfTest/line.ts';

/** What was looked at, one below the other, with what to mend under what is wrong. */
export function LineList({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul class="self-test-lines">
      {lines.map(({ id, state, measured, remedies }) => (
        <li key={id} class={`self-test-line is-${state}`} data-line={id} data-state={state}>
          <span class="self-test-state">
            {stateWords[state].word} <span aria-hidden="true">{stateWords[state].sign}</span>
          </span>
          <div>
            <strong>{lineNames[id]}</strong>　{measured}
            {remedies.length > 0 && (
              <ul class="self-test-remedies">
                {remedies.map((remedy) => (
                  <li key={remedy}>{remedy}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
