import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { riskIdPattern } from '../../model/fields/ids.ts';
import { chineseNumeral } from '../../model/law/citation.ts';
import type { LetterPromise } from '../../model/letter/letter.ts';
import { riskPromise } from '../../model/letter/riskPromises.ts';
import { gradeEntries } from '../../model/vocabulary.ts';
import { citedId } from '../../model/wall/wall.ts';
import { SomeOf } from '../controls/Choices.tsx';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly promises: readonly LetterPromise[];
  /** The texts as the site has them, by id. */
  readonly originals: ReadonlyMap<string, LetterPromise>;
  readonly risks: readonly ChecklistRisk[];
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

function riskName(risk: ChecklistRisk | undefined) {
  return (
    risk && (
      <>
        {gradeEntries[risk.grade].mark} {risk.grade}　{risk.title}
        <span class="muted">
          （{risk.wallName}，{risk.stepName}）
        </span>
      </>
    )
  );
}

/** The promises, line by line: change, move, leave out, take from the risks of the post, add one's own. */
export function PromiseEditor(props: Props) {
  const { promises, originals, risks, isChosenBySite, onChange, onReset } = props;
  const replace = (i: number, values: Partial<LetterPromise>) =>
    onChange(promises.map((one, j) => (j === i ? { ...one, ...values, isEdited: true } : one)));
  const used = new Set(promises.map(({ id }) => id));
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">承诺的内容</h2>
      <p class="muted">前几条人人都有，后几条来自这个岗位的一类、二类风险点。每一条都可以改。</p>
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
                      : riskIdPattern.test(promise.id)
                        ? `　来自风险点 ${citedId(promise.id)}`
                        : ''}
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
      {risks.length > 0 && (
        <details class="more-choices">
          <summary>从这个岗位的 {risks.length} 个一类、二类风险点里挑</summary>
          <SomeOf
            legend="勾上的写进承诺书"
            isList
            values={risks.map(({ id }) => id)}
            nameOf={(id) => riskName(risks.find((risk) => risk.id === id))}
            chosen={promises.map(({ id }) => id)}
            isLocked={(id) => !used.has(id) && promises.length >= mostPromises}
            onChoose={(ids) =>
              onChange(
                ids.flatMap((id): LetterPromise | readonly LetterPromise[] => {
                  const risk = risks.find((one) => one.id === id);
                  return promises.find((one) => one.id === id) ?? (risk ? riskPromise(risk) : []);
                }),
              )
            }
          />
        </details>
      )}
    </section>
  );
}
