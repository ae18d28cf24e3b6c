import { useState } from 'preact/hooks';
import type { Strangeness } from '../../model/assessment/merge.ts';
import { Confirm } from '../controls/Confirm.tsx';
import { Message } from '../controls/Message.tsx';

interface Props {
  readonly strange: Strangeness;
  readonly onApart: () => void;
  readonly onJoin: () => void;
  readonly onNo: () => void;
}

/** Two records that may be two people's: kept apart, unless somebody says twice that they are one. */
export function StrangerChoice({ strange: { kind, here, file }, onApart, onJoin, onNo }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Message isFault role="alert">
        {kind === 'person'
          ? `文件是“${file}”的，这份记录是“${here}”的，姓名不一样。合在一起，两个人的作答就分不开了。`
          : `文件“${file}”和这份记录“${here}”不是同一份，编号不一样，是分开建的。`}
      </Message>
      {isAsking ? (
        <Confirm
          label="合并两份记录"
          yes="是同一个人的，合并"
          no="不合并"
          onYes={onJoin}
          onNo={() => setIsAsking(false)}
        >
          把“{file}”的作答并进“{here}
          ”，每一项都留后改的；姓名、岗位和期间用这份记录的。确定是同一个人的吗？
        </Confirm>
      ) : (
        <div class="actions">
          <button class="button is-main" type="button" onClick={onApart}>
            另存为一份记录
          </button>
          <button class="button" type="button" onClick={() => setIsAsking(true)}>
            仍然合并…
          </button>
          <button class="button" type="button" onClick={onNo}>
            取消
          </button>
        </div>
      )}
    </>
  );
}
