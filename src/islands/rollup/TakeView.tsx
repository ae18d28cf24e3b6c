import { useMemo, useState } from 'preact/hooks';
import { rosterTooLarge } from '../../browser/rosterFile.ts';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';
import { FilesField } from './FilesField.tsx';
import { RosterPart } from './RosterPart.tsx';
import { TakenList } from './TakenList.tsx';
import { TakingProgress } from './TakingProgress.tsx';
import type { TakeInDesk } from './useTakeIn.ts';
import type { ViewProps } from './viewProps.ts';

interface Props extends ViewProps {
  readonly desk: TakeInDesk;
}

/** 收文件: the period, the roster, the files, and what was taken of them. */
export function TakeView({ rollup, counting, onChange, desk }: Props) {
  const { taking, rosterRead, isReadingRoster, take, takeRoster, stop } = desk;
  const [isTooLarge, setIsTooLarge] = useState(false);
  const { period } = rollup.head;
  // Not drawn anew with each step of the bar above it.
  const list = useMemo(
    () => <TakenList rollup={rollup} counting={counting} onChange={onChange} />,
    [rollup, counting, onChange],
  );
  return (
    <div class="assessment">
      <section aria-labelledby="rollup-period">
        <h2 id="rollup-period">汇总哪一期</h2>
        <TextField
          id="rollup-period-field"
          label="期间"
          value={period}
          maxLength={40}
          hint="和大家自查表上写的一样，例如“2026年度”；期间不同的收下来，不计数。"
          onChange={(value) =>
            onChange((now) => ({ ...now, head: { ...now.head, period: value, at: Date.now() } }))
          }
        />
      </section>
      <RosterPart
        roster={rollup.roster}
        read={rosterRead}
        isReading={isReadingRoster}
        onFile={(file) => {
          setIsTooLarge(false);
          void takeRoster(file, file.name);
        }}
        onTooLarge={() => setIsTooLarge(true)}
      />
      {isTooLarge && (
        <Message isFault role="alert">
          {rosterTooLarge}
        </Message>
      )}
      <section aria-labelledby="rollup-files">
        <h2 id="rollup-files">交上来的文件</h2>
        <p>
          自查记录、测验记录、承诺书打印记录（都是网站导出的
          .json），名册也可以放在一起。读不出的只说出来，不影响别的；收下的随时可以再加。
        </p>
        <FilesField isBusy={taking.isReading} onFiles={(files) => void take(files)} />
        <TakingProgress taking={taking} onStop={stop} />
      </section>
      {list}
    </div>
  );
}
