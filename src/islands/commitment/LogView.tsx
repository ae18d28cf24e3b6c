import { useState } from 'preact/hooks';
import { saveText } from '../../browser/files.ts';
import { loadPrintLog, printLogs } from '../../browser/letterStore.ts';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { onlyItem } from '../../model/kept/envelope.ts';
import { printLogCsv } from '../../model/letter/printLog.ts';
import { printLogFile } from '../../model/letter/printLogFile.ts';
import { useKeptList } from '../kept/useKeptList.ts';
import { localTime } from '../../model/text/dates.ts';

/** 本机打印记录: what this browser sent to the printer. */
export function LogView({ words }: { readonly words: BureauWords }) {
  const [log, reload] = useKeptList(printLogs, loadPrintLog);
  const [isAsking, setIsAsking] = useState(false);
  if (log.length === 0) {
    return (
      <section>
        <h2>本机打印记录</h2>
        <p>这台电脑的这个浏览器还没有印过承诺书。空白手写版不记。</p>
      </section>
    );
  }
  const stamp = localTime(Date.now()).slice(0, 10);
  return (
    <section>
      <h2>本机打印记录</h2>
      <p class="muted">
        记的是点了“打印”的时刻和校验码，不知道有没有真的印出来、签没签。只存在这台电脑里；导出以后
        {words.disciplineOffice}可以拿它核对纸上的校验码。
      </p>
      <div class="actions">
        <button
          class="button"
          type="button"
          onClick={() =>
            saveText(`承诺书打印记录-${stamp}.json`, printLogFile(log), 'application/json')
          }
        >
          导出，供核对（.json）
        </button>
        <button
          class="button"
          type="button"
          onClick={() => saveText(`承诺书打印记录-${stamp}.csv`, printLogCsv(log), 'text/csv')}
        >
          导出表格（.csv）
        </button>
        {isAsking ? (
          <>
            <button
              class="button is-main"
              type="button"
              onClick={() => {
                printLogs.remove(onlyItem);
                reload();
              }}
            >
              确定清除，不能恢复
            </button>
            <button class="button" type="button" onClick={() => setIsAsking(false)}>
              不清除
            </button>
          </>
        ) : (
          <button class="button" type="button" onClick={() => setIsAsking(true)}>
            清除记录
          </button>
        )}
      </div>
      <div class="scroll-x" tabindex={0} role="region" aria-label="打印记录表">
        <table>
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">哪一种</th>
              <th scope="col">份</th>
              <th scope="col">谁的</th>
              <th scope="col">校验码</th>
            </tr>
          </thead>
          <tbody>
            {log.map(({ at, templateName, version, letters }) => (
              <tr key={at}>
                <td>{localTime(at)}</td>
                <td>
                  {templateName} {version} 版
                </td>
                <td>{letters.length}</td>
                <td>
                  {letters
                    .slice(0, 5)
                    .map(({ name }) => name)
                    .join('、')}
                  {letters.length > 5 && `等 ${letters.length} 人`}
                </td>
                <td class="code">{letters.length === 1 ? letters[0]?.code : '见导出的文件'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
