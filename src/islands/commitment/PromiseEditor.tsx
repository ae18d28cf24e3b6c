import { chineseNumeral } from '../../model/law/citation.ts';
import type { LetterPromise } from '../../model/letter/letter.ts';
import { promiseOf, type Pledge, type PledgedRisk } from '../../model/letter/pledges.ts';
import { gradeEntries } from '../../model/vocabulary.ts';
import { citedId } from '../../model/wall/wall.ts';
import { SomeOf } from '../controls/Choices.tsx';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly promises: readonly LetterPromise[];
  /** The texts as the site has them, by id. */
  readonly originals: ReadonlyMap<string, LetterPromise>;
  /** The pledges of the post, to choose from. */
  readonly pledges: readonly Pledge[];
  readonly risks: ReadonlyMap<string, PledgedRisk>;
  readonly isChosenBySite: boolean;
  readonly onChange: (promises: readonly LetterPromise[]) => void;
  readonly onReset: () => void;
}

const mostPromises = 20;

function swapped(list: readonly LetterPromise[], i: number, j: number): LetterPromise[] {
  const next = [...list];
  const [a, b] = [next[i], next[j]];
  if (a && b) [next[i], next[j]] = [b, a];
  return next;
}

function newOwnId(promises: readonly LetterPromise[]): string {
  const used = promises.flatMap(({ id }) => (id.startsWith('own-') ? [Number(id.slice(4))] : []));
  return `own-${Math.max(0, ...used) + 1}`;
}

/** `　本岗位的，回答 ▲W12-R19、■W12-R30`. */
function answersOf(
  pledges: readonly Pledge[],
  risks: ReadonlyMap<string, PledgedRisk>,
  id: string,
): string {
  const answered = pledges.find((pledge) => pledge.id === id)?.risks;
  if (!answered) return '';
  const marks = answered.map((riskId) => {
    const grade = risks.get(riskId)?.grade;
    return `${grade ? gradeEntries[grade].mark : ''}${citedId(riskId)}`;
  });
  return `　本岗位的，回答 ${marks.join('、')}`;
}

/** The promises, line by line: change, move, leave out, take from those of the post, add one's own. */
export function PromiseEditor(props: Props) {
  const { promises, originals, pledges, risks, isChosenBySite, onChange, onReset } = props;
  const replace = (i: number, values: Partial<LetterPromise>) =>
    onChange(promises.map((one, j) => (j === i ? { ...one, ...values, isEdited: true } : one)));
  const used = new Set(promises.map(({ id }) => id));
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">承诺的内容</h2>
      <p class="muted">前几条人人都有，后几条是本岗位自己的。每一条都可以改。</p>
      <ol class="promises">
        {promises.map((promise, i) => {
          const original = originals.get(promise.id);
          const name = `第${chineseNumeral(i + 1)}条`;
          return (
            <li key={promise.id} class="promise">
              <div class="promise-head">
                <p>
                  <strong>{name}</strong>
                  <span class="muted">
                    {promise.id.startsWith('own-')
                      ? '　自己加的'
                      : answersOf(pledges, risks, promise.id)}
                    {promise.isEdited && original ? '　已改写' : ''}
                  </span>
                </p>
                <div class="actions">
                  <button
                    class="button is-small"
                    type="button"
                    disabled={i === 0}
                    aria-label={`${name}上移`}
                    onClick={() => onChange(swapped(promises, i, i - 1))}
                  >
                    上移
                  </button>
                  <button
                    class="button is-small"
                    type="button"
                    disabled={i === promises.length - 1}
                    aria-label={`${name}下移`}
                    onClick={() => onChange(swapped(promises, i, i + 1))}
                  >
                    下移
                  </button>
                  {promise.isEdited && original && (
                    <button
                      class="button is-small"
                      type="button"
                      aria-label={`${name}恢复原文`}
                      onClick={() => onChange(promises.map((one, j) => (j === i ? original : one)))}
                    >
                      恢复原文
                    </button>
                  )}
                  <button
                    class="button is-small"
                    type="button"
                    disabled={promises.length === 1}
                    aria-label={`删去${name}`}
                    onClick={() => onChange(promises.filter((_, j) => j !== i))}
                  >
                    删去
                  </button>
                </div>
              </div>
              <TextField
                id={`lead-${promise.id}`}
                label={`${name}的小题`}
                value={promise.lead}
                maxLength={24}
                onChange={(lead) => replace(i, { lead })}
              />
              <TextField
                id={`text-${promise.id}`}
                label={`${name}的正文`}
                value={promise.text}
                maxLength={200}
                isLong
                fault={promise.text.trim() ? undefined : '这一条没有正文，写上或者删去。'}
                onChange={(text) => replace(i, { text })}
              />
            </li>
          );
        })}
      </ol>
      <div class="actions">
        <button
          class="button"
          type="button"
          disabled={promises.length >= mostPromises}
          onClick={() =>
            onChange([...promises, { id: newOwnId(promises), lead: '', text: '', isEdited: true }])
          }
        >
          自己加一条
        </button>
        {!isChosenBySite && (
          <button class="button" type="button" onClick={onReset}>
            全部恢复成站上选的
          </button>
        )}
      </div>
      {pledges.length > 0 && (
        <details class="more-choices">
          <summary>从本岗位的 {pledges.length} 条承诺里挑</summary>
          <SomeOf
            legend="勾上的写进承诺书"
            isList
            values={pledges.map(({ id }) => id)}
            nameOf={(id) => {
              const pledge = pledges.find((one) => one.id === id);
              return pledge && `${pledge.heading}。${pledge.text}`;
            }}
            chosen={promises.map(({ id }) => id)}
            isLocked={(id) => !used.has(id) && promises.length >= mostPromises}
            onChoose={(ids) =>
              onChange(
                ids.flatMap((id): LetterPromise | readonly LetterPromise[] => {
                  const pledge = pledges.find((one) => one.id === id);
                  return promises.find((one) => one.id === id) ?? (pledge ? promiseOf(pledge) : []);
                }),
              )
            }
          />
        </details>
      )}
    </section>
  );
}
