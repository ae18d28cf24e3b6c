import { useState } from 'preact/hooks';
import { Message } from '../controls/Message.tsx';
import type { LeftFile, TakingIn } from './useTakeIn.ts';

interface Props {
  readonly taking: TakingIn;
  readonly onStop: () => void;
}

const filesAtATime = 50;

function LeftFiles({
  title,
  files,
}: {
  readonly title: string;
  readonly files: readonly LeftFile[];
}) {
  const [limit, setLimit] = useState(filesAtATime);
  if (files.length === 0) return null;
  return (
    <details class="rollup-left" open={files.length <= 10}>
      <summary>
        {title}：{files.length} 个
      </summary>
      <ul>
        {files.slice(0, limit).map(({ path, why }) => (
          <li key={path}>
            <span class="rollup-path">{path}</span>：{why}
          </li>
        ))}
      </ul>
      {files.length > limit && (
        <button
          class="button is-small"
          type="button"
          onClick={() => setLimit(limit + filesAtATime * 10)}
        >
          还有 {files.length - limit} 个
        </button>
      )}
    </details>
  );
}

function resultText({ done, total, added, replaced, known, faults, wasStopped }: TakingIn): string {
  const parts = [
    `新收 ${added} 份`,
    replaced > 0 && `换成后来改过的 ${replaced} 份`,
    known > 0 && `早就收过的 ${known} 份`,
    faults.length > 0 && `读不出的 ${faults.length} 个`,
  ];
  const text = parts.filter(Boolean).join('，');
  return wasStopped
    ? `停下来了，读了 ${done} 个（共 ${total} 个）：${text}。已经收的都留着，没有读的可以再选一次。`
    : `读完了 ${total} 个：${text}。`;
}

/** How far the reading is, a stop that keeps what was taken, and what became of each file. */
export function TakingProgress({ taking, onStop }: Props) {
  const { isReading, done, total, faults, doubles, skipped } = taking;
  const isShown = isReading || total + faults.length + skipped.length > 0;
  if (!isShown) return null;
  return (
    <div class="rollup-progress">
      {isReading ? (
        <div class="actions">
          <p role="status">
            正在读：{done}/{total} 个
          </p>
          <progress max={Math.max(1, total)} value={done} aria-label="读了多少个文件" />
          <button class="button is-small" type="button" onClick={onStop}>
            停下
          </button>
        </div>
      ) : (
        <Message role="status">{resultText(taking)}</Message>
      )}
      <LeftFiles title="读不出的文件" files={faults} />
      <LeftFiles title="交了不止一次的文件" files={doubles} />
      <LeftFiles title="跳过的文件" files={skipped} />
    </div>
  );
}
