import { useEffect, useState } from 'preact/hooks';
import { keeper } from '../../browser/keeper.ts';
import { siteAddress } from '../../browser/siteBase.ts';
import { canKeep } from '../../browser/storage.ts';
import { asideLabel } from '../../model/kept/holdings.ts';
import type { Restored } from '../../model/kept/restore.ts';

/** What staff must know of the state of what is kept: nothing is lost or put aside in silence. */
export function KeptNotice() {
  const [restored, setRestored] = useState<Restored>();
  useEffect(() => {
    void keeper.ready().then(setRestored);
  }, []);
  if (!restored) return null;
  const isUnkept = !restored.hasCopy && !canKeep();
  const asides = keeper.asides();
  const labels = [...new Set(asides.map(asideLabel))].join('、');
  return (
    <>
      {isUnkept && (
        <p class="message is-fault no-print" role="alert">
          这个浏览器不让网页存东西，或者存满了：照样可以用，但都只在这一页里，关掉就没有。做完请马上导出文件或者打印。
        </p>
      )}
      {restored.healed.length > 0 && (
        <p class="message no-print" role="status">
          有 {restored.healed.length} 处存坏了，已经用备份补好，一项没有丢。
        </p>
      )}
      {asides.length > 0 && (
        <p class="message is-fault no-print" role="status">
          有 {asides.length} 处存着的数据读不出来（{labels}
          ），别的都在。坏的没有删，另外存着，可以在
          <a href={siteAddress('about/#stored')}>“关于本站”</a>里存成文件或者丢掉。
        </p>
      )}
    </>
  );
}
