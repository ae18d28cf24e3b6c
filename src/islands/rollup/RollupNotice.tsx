import { isTabOnly } from '../../browser/storage.ts';
import { rollupKept } from '../../model/rollup/rollupKept.ts';
import { Message } from '../controls/Message.tsx';
import { saveWords } from '../kept/saveWords.ts';
import type { RollupDesk } from './useRollup.ts';

interface Props {
  readonly desk: RollupDesk;
  readonly onSaveFile: () => void;
}

const rescue = '请马上存成文件';

const refusals = {
  full: '本机存满了，刚才的没有存下：还在这一页里，关掉就没有。',
  blocked: '浏览器不让存，刚才的没有存下：还在这一页里，关掉就没有。',
  newer: '本站已更新，这一页是旧的，刚才的没有存：先存成文件，再刷新页面。',
} as const;

/** How the roll-up is kept. What is in danger is said at once, with the file that saves it. */
export function RollupNotice({ desk: { state, save, hurt }, onSaveFile }: Props) {
  const { outcome } = save;
  const refusal =
    outcome === 'full' || outcome === 'blocked' || outcome === 'newer'
      ? refusals[outcome]
      : state === 'blocked'
        ? '这个浏览器不让网页存东西：照样可以用，但都只在这一页里，关掉就没有。'
        : undefined;
  return (
    <div class="no-print rollup-notice">
      {refusal && (
        <Message isFault isBlock role="alert">
          <p>{refusal}</p>
          <button class="button" type="button" onClick={onSaveFile}>
            把汇总存成文件
          </button>
        </Message>
      )}
      {state === 'newer' && (
        <Message isFault role="alert">
          存着的汇总是更新版本的网站存的，这一页看不懂，没有动它：请刷新页面。
        </Message>
      )}
      {hurt.length > 0 && (
        <Message isFault role="status">
          有 {hurt.length} 处存坏了，读不出来（
          {[...new Set(hurt.map(({ part }) => rollupKept.partName(part)))].join('、')}
          ），别的都在；坏的文件再收一次就好。
        </Message>
      )}
      {!refusal && (
        <p class="muted" role="status">
          {isTabOnly() && outcome === undefined
            ? '“用完即清”开着：汇总只在这一页里，关掉就没有；要留就存成文件。'
            : saveWords(save, rescue)}
        </p>
      )}
    </div>
  );
}
