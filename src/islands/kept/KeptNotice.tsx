import { useEffect, useState } from 'preact/hooks';
import { keeper } from '../../browser/keeper.ts';
import { siteAddress } from '../../browser/siteBase.ts';
import { canKeep } from '../../browser/storage.ts';
import { asideLabel } from '../../model/kept/holdings.ts';
import type { SaveOutcome } from '../../model/kept/keeper.ts';
import type { Restored } from '../../model/kept/restore.ts';
import { Message } from '../controls/Message.tsx';

const lastWrite: Readonly<Partial<Record<SaveOutcome, string>>> = {
  full: '本机存满了，刚才的没有存下：还在这一页里，关掉就没有。请马上导出文件或者打印，再到“关于本站”清掉用不着的。',
  blocked: '浏览器不让存，刚才的没有存下：还在这一页里，关掉就没有。请马上导出文件或者打印。',
  newer:
    '本站已更新，这一页是旧的，刚才的没有存：请先导出文件或者打印，再刷新页面。已经存着的都没有动。',
};

/** What staff must know of what is kept: nothing is lost, refused or put aside in silence. */
export function KeptNotice() {
  const [restored, setRestored] = useState<Restored>();
  const [outcome, setOutcome] = useState<SaveOutcome>();
  useEffect(() => {
    void keeper.ready().then(setRestored);
    return keeper.watchSaves(setOutcome);
  }, []);
  if (!restored) return null;
  const isUnkept = !restored.hasCopy && !canKeep();
  const asides = keeper.asides();
  const labels = [...new Set(asides.map(asideLabel))].join('、');
  const refused = outcome && lastWrite[outcome];
  const isAllWell = !refused && !isUnkept && restored.healed.length === 0 && asides.length === 0;
  if (isAllWell) return null;
  return (
    <div class="kept-notice no-print">
      {refused && (
        <Message isFault role="alert">
          {refused}
        </Message>
      )}
      {isUnkept && !refused && (
        <Message isFault role="alert">
          这个浏览器不让网页存东西，或者存满了：照样可以用，但都只在这一页里，关掉就没有。做完请马上导出文件或者打印。
        </Message>
      )}
      {restored.healed.length > 0 && (
        <Message role="status">
          有 {restored.healed.length} 处存坏了，已经用备份补好，一项没有丢。
        </Message>
      )}
      {asides.length > 0 && (
        <Message isFault role="status">
          有 {asides.length} 处存着的数据坏了，读不出来（{labels}
          ），别的都在。坏的没有删，另外存着，可以在
          <a href={siteAddress('about/#stored')}>“关于本站”</a>里存成文件或者丢掉。
        </Message>
      )}
    </div>
  );
}
