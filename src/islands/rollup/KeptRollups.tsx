import { useEffect, useState } from 'preact/hooks';
import { rollups } from '../../browser/rollupStore.ts';
import type { Rollup, RollupHead } from '../../model/rollup/rollup.ts';
import { localTime } from '../../model/text/dates.ts';
import { Confirm } from '../controls/Confirm.tsx';
import type { RollupDesk } from './useRollup.ts';

interface Props {
  readonly desk: RollupDesk;
  readonly onCompare: (other: Rollup) => void;
}

interface Kept {
  readonly id: string;
  readonly head: RollupHead | undefined;
}

async function listKept(): Promise<readonly Kept[]> {
  const ids = (await rollups.list()) ?? [];
  return Promise.all(
    ids.map(async (id) => {
      const { head } = await rollups.read(id, ['head']);
      return { id, head: head as RollupHead | undefined };
    }),
  );
}

/** The roll-ups in this browser besides the open one, and the way to a new one. */
export function KeptRollups({ desk, onCompare }: Props) {
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [isAsking, setIsAsking] = useState(false);
  const { rollup, open, begin, forget, save } = desk;
  useEffect(() => void listKept().then(setKept), [rollup.id, save.outcome]);
  const others = kept.filter(({ id }) => id !== rollup.id);
  const compare = async (id: string) => {
    const opened = await rollups.open(id);
    if (opened.status === 'present') onCompare(opened.item);
  };
  return (
    <section aria-labelledby="rollup-kept">
      <h2 id="rollup-kept">本机存着的</h2>
      <p>
        现在打开的：{rollup.head.period || '没有写期间'}，收了 {rollup.handIns.length} 份，名册{' '}
        {rollup.roster.length} 人。都只存在这台电脑的这个浏览器里。
      </p>
      {others.length > 0 && (
        <ul class="records">
          {others.map(({ id, head }) => (
            <li key={id} class="record">
              <p class="record-title">
                {head?.period || '没有写期间'}
                {head?.isNameless && '（不含姓名）'}
              </p>
              {head && <p class="muted">{localTime(head.at)} 开始或者打开过</p>}
              <div class="actions">
                <button class="button" type="button" onClick={() => void open(id)}>
                  打开
                </button>
                <button class="button" type="button" onClick={() => void compare(id)}>
                  当作上期来比
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <button class="button" type="button" onClick={begin}>
          另起一份新的
        </button>
        {!isAsking && (
          <button class="button" type="button" onClick={() => setIsAsking(true)}>
            从本机清掉现在这一份
          </button>
        )}
      </div>
      {isAsking && (
        <Confirm
          label="清掉现在这一份汇总"
          yes="清掉，找不回来"
          no="不清"
          onYes={() => {
            setIsAsking(false);
            void forget();
          }}
          onNo={() => setIsAsking(false)}
        >
          收进来的文件、认的人、定的意见都会清掉。还要用就先存成文件。
        </Confirm>
      )}
    </section>
  );
}
