import { useMemo, useState } from 'preact/hooks';
import { withOwner, withoutHandIn } from '../../model/rollup/addHandIns.ts';
import { choiceKey, type Counting, type ListedHandIn } from '../../model/rollup/counting.ts';
import { handInNames, likelyOwners, needsLook, remarksOf } from '../../model/rollup/listing.ts';
import type { Rollup } from '../../model/rollup/rollup.ts';
import { localTime } from '../../model/text/dates.ts';
import { Confirm } from '../controls/Confirm.tsx';
import { OneOf } from '../controls/Choices.tsx';
import { WhoseIs } from './WhoseIs.tsx';

interface Props {
  readonly rollup: Rollup;
  readonly counting: Counting;
  readonly onChange: (change: (rollup: Rollup) => Rollup) => void;
}

/** Few at first: while files come in, the list is drawn anew with each lot of them. */
const rowsAtFirst = 20;
const rowsAtATime = 50;
const shows = ['全部', '有问题的'] as const;

interface RowProps extends Omit<Props, 'counting'> {
  readonly listed: ListedHandIn;
}

function RowActions({ listed, rollup, onChange }: RowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { handIn, standing, personId, candidates } = listed;
  const { id, kind } = handIn;
  const canChoose =
    kind !== 'print-log' &&
    personId !== undefined &&
    (standing === '后来的一份算数' || standing === '另选了一份');
  const owner = rollup.owners[id];
  const isAsked = standing === '等着认人' || owner !== undefined || candidates.length > 0;
  if (isAsking) {
    return (
      <Confirm
        label="拿掉这一份"
        yes="拿掉"
        no="不拿"
        onYes={() => onChange((now) => withoutHandIn(now, id))}
        onNo={() => setIsAsking(false)}
      >
        拿掉以后要再收一次才有。
      </Confirm>
    );
  }
  return (
    <div class="actions">
      {isAsked && kind !== 'print-log' && (
        <WhoseIs
          listed={listed}
          roster={rollup.roster}
          owner={owner}
          onOwner={(value) => onChange((now) => withOwner(now, id, value))}
        />
      )}
      {canChoose && (
        <button
          class="button is-small"
          type="button"
          onClick={() =>
            onChange((now) => ({
              ...now,
              choices: { ...now.choices, [choiceKey(kind, personId)]: id },
            }))
          }
        >
          改算这一份
        </button>
      )}
      <button
        class="button is-small"
        type="button"
        aria-label={`拿掉 ${handIn.fileName}`}
        onClick={() => setIsAsking(true)}
      >
        拿掉
      </button>
    </div>
  );
}

function Row(props: RowProps) {
  const { listed, rollup } = props;
  const { handIn, standing } = listed;
  const remarks = remarksOf(listed, rollup.head.period);
  return (
    <tr>
      <td class="rollup-path">{handIn.fileName}</td>
      <td>{handInNames[handIn.kind]}</td>
      <td>
        {[handIn.name, handIn.department].filter(Boolean).join('，') ||
          (handIn.kind === 'print-log' ? '' : '没有写')}
      </td>
      <td>{localTime(handIn.at)}</td>
      <td>
        {standing}
        {remarks.length > 0 && <span class="rollup-remarks">{remarks.join('')}</span>}
      </td>
      <td>
        <RowActions {...props} />
      </td>
    </tr>
  );
}

/** Confirms at once what only needs a nod: an only namesake in the same department. */
function ConfirmLikely({ counting: { listed }, onChange }: Omit<Props, 'rollup'>) {
  const likely = useMemo(() => likelyOwners(listed), [listed]);
  const count = Object.keys(likely).length;
  if (count === 0) return null;
  return (
    <p class="actions">
      <button
        class="button"
        type="button"
        onClick={() => onChange((now) => ({ ...now, owners: { ...now.owners, ...likely } }))}
      >
        一起认下 {count} 份
      </button>
      <span class="muted">姓名的写法（空格、间隔号、记号）和名册不同，同处室只有这一个人。</span>
    </p>
  );
}

/** What was taken in: what each is, whose it is, and whether it counts. */
export function TakenList({ rollup, counting, onChange }: Props) {
  const { listed } = counting;
  const odd = useMemo(() => listed.filter(needsLook), [listed]);
  const [show, setShow] = useState<(typeof shows)[number]>();
  const [limit, setLimit] = useState(rowsAtFirst);
  if (listed.length === 0) return null;
  const shown = show ?? (odd.length > 0 ? '有问题的' : '全部');
  const rows = shown === '全部' ? listed : odd;
  const countOf = { 全部: listed.length, 有问题的: odd.length };
  return (
    <section aria-labelledby="rollup-taken">
      <h2 id="rollup-taken">收了的文件</h2>
      <OneOf
        legend="看哪些"
        isLegendHidden
        name="rollup-show"
        values={shows}
        chosen={shown}
        nameOf={(value) => `${value}（${countOf[value]}）`}
        onChoose={(value) => {
          setShow(value);
          setLimit(rowsAtFirst);
        }}
      />
      <ConfirmLikely counting={counting} onChange={onChange} />
      {rows.length > 0 && (
        <div class="scroll-x" tabindex={0} role="region" aria-label="收了的文件的表">
          <table class="rollup-table">
            <thead>
              <tr>
                <th scope="col">文件</th>
                <th scope="col">是什么</th>
                <th scope="col">谁交的</th>
                <th scope="col">最后改的时间</th>
                <th scope="col">算不算</th>
                <th scope="col">要改就在这里</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, limit).map((one) => (
                <Row key={one.handIn.id} listed={one} rollup={rollup} onChange={onChange} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > limit && (
        <button class="button" type="button" onClick={() => setLimit(limit + rowsAtATime)}>
          再看 {Math.min(rowsAtATime, rows.length - limit)} 份（还有 {rows.length - limit} 份）
        </button>
      )}
    </section>
  );
}
