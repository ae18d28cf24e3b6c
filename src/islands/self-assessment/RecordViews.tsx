import { useEffect, useMemo, useState } from 'preact/hooks';
import { fetchChecklistRisks } from '../../browser/checklistData.ts';
import { saveText } from '../../browser/files.ts';
import { onSaveKey } from '../../browser/keyboard.ts';
import { contentChanges } from '../../model/assessment/changes.ts';
import type { ChecklistIndex, ChecklistRisk } from '../../model/assessment/checklist.ts';
import { recordTitle, type AssessmentRecord } from '../../model/assessment/record.ts';
import { recordFileName, recordFileText } from '../../model/assessment/recordFile.ts';
import { filledScope, risksOfPost } from '../../model/post/postScope.ts';
import { mapFetched } from '../../model/published/fetched.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Message } from '../controls/Message.tsx';
import { Tabs } from '../controls/Tabs.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { CheckView } from './CheckView.tsx';
import { FillView } from './FillView.tsx';
import { FormView } from './FormView.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { forgetReplaced, rememberReplaced, replacedBy } from './importUndo.ts';
import { ResultView } from './ResultView.tsx';
import { routeTo, views, type Route, type View } from './route.ts';
import { isAtRisk, saveWords } from '../kept/saveWords.ts';
import { takeApart } from './takeApart.ts';
import { useRecord, type OpenRecord } from './useRecord.ts';

const viewNames: Readonly<Record<View, string>> = {
  fill: '逐条自查',
  check: '检查漏项',
  result: '结果',
  form: '打印排查表',
};

const faults: Readonly<Record<Exclude<OpenRecord['status'], 'present'>, string>> = {
  absent:
    '本机上没有这份记录。可能是换了电脑或浏览器，清除过数据，或者在另一个标签页里删了；有导出的文件，可以在自查首页导入。',
  newer:
    '这份记录是更新版本的网站存的，没有动。请刷新页面再打开；刷新了还是这样，是网站退回了旧版，换回新版就能打开。',
  damaged:
    '这份记录的数据坏了，读不出来。坏掉的数据没有删，另外存着；有导出的文件，可以在自查首页导入。',
};

const partlyNewer =
  '这份记录有一部分是更新版本的网站存的：这里只看得到读得懂的，存着的都没有动，在这里改了也不存。请刷新页面；刷新了还是这样，是网站退回了旧版，换回新版再接着填。';

interface Props {
  readonly index: ChecklistIndex;
  readonly route: Route;
}

/** Fetches the texts of the risks that the record is about. */
function useRisks(index: ChecklistIndex, record: AssessmentRecord | undefined) {
  const scope = record?.head.scope;
  const scopeKey = JSON.stringify(scope);
  const ids = useMemo(
    () => new Set(scope ? risksOfPost(scope, index).map(({ id }) => id) : []),
    [index, scopeKey],
  );
  const walls = useMemo(
    () =>
      index.walls
        .map(({ id }) => id)
        .filter((id) => index.risks.some((risk) => risk.wallId === id && ids.has(risk.id))),
    [index, ids],
  );
  const texts = useFetched(walls.join(' '), () => fetchChecklistRisks(walls));
  return useMemo(
    () => texts && mapFetched(texts, (risks) => risks.filter(({ id }) => ids.has(id))),
    [texts, ids],
  );
}

/** One record, with the risks that it is about. */
export function RecordViews({ index, route }: Props) {
  const opened = useRecord(route.recordId);
  const { record, status } = opened;
  const risks = useRisks(index, record);
  if (!record) {
    return (
      <Message isFault isBlock role="alert">
        <p>{faults[status === 'present' ? 'absent' : status]}</p>
        <p>
          <a href="#">回到自查首页</a>
        </p>
      </Message>
    );
  }
  return (
    <>
      {status === 'newer' && (
        <Message isFault class="no-print" role="status">
          {partlyNewer}
        </Message>
      )}
      <Loaded what="风险点" fetched={risks} reassurance="已经填好的都在本机，没有丢。">
        {(data) => (
          <OpenRecordViews
            index={index}
            route={route}
            record={record}
            risks={data}
            save={opened.save}
            change={opened.change}
            replace={opened.replace}
          />
        )}
      </Loaded>
    </>
  );
}

interface OpenProps extends Props, Pick<OpenRecord, 'save' | 'change' | 'replace'> {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
}

interface BarProps extends Pick<OpenProps, 'record' | 'save'> {
  readonly onExport: () => void;
}

function RecordBar({ record, save, onExport }: BarProps) {
  return (
    <div class="record-bar no-print">
      <p class="record-name">
        <a href="#">自查</a> <span aria-hidden="true">›</span>{' '}
        <strong>{recordTitle(record)}</strong>
      </p>
      <p class={isAtRisk(save) ? 'fault-text' : 'muted'} role="status">
        {saveWords(save, '请马上导出文件')}
      </p>
      <button class="button" type="button" onClick={onExport}>
        导出文件
      </button>
    </div>
  );
}

/** A record whose post no wall has a risk for (any more): it is not left an empty form. */
function EmptyScope({ index, record, change }: Pick<OpenProps, 'index' | 'record' | 'change'>) {
  const { post, risks, widenedTo } = filledScope(record.head.scope, index);
  if (risks.length === 0 || widenedTo === undefined) return null;
  return (
    <Message isFault isBlock class="no-print" role="status">
      <p>这份记录选的岗位，各面墙上都没有它的风险点，所以表是空的。可以改查：{widenedTo}。</p>
      <button
        class="button is-main"
        type="button"
        onClick={() => change({ type: 'head', values: { scope: post } })}
      >
        改查这 {risks.length} 个风险点
      </button>
    </Message>
  );
}

/** Its head line, and the part that the address names. */
function OpenRecordViews({ index, route, record, risks, save, change, replace }: OpenProps) {
  const [beforeImport, setBeforeImport] = useState(() => replacedBy(route.recordId));
  const allIds = useMemo(() => new Set(index.risks.map(({ id }) => id)), [index]);
  const exportFile = () =>
    saveText(recordFileName(record, 'json'), recordFileText(record), 'application/json');
  useEffect(() => onSaveKey(exportFile));
  // Risks that are shown now count as seen; later additions to the walls are marked as new.
  useEffect(() => {
    if (record.known.length > 0) return;
    change({
      type: 'seen',
      ids: risks.map(({ id }) => id),
      contentVersion: index.contentVersion,
    });
  }, [record, risks, change, index]);
  const { view } = route;
  return (
    <div class="assessment">
      <RecordBar record={record} save={save} onExport={exportFile} />
      <Tabs
        label="自查的四个部分"
        look="bar"
        current={routeTo(view, record.id)}
        tabs={views.map((one) => ({ hash: routeTo(one, record.id), name: viewNames[one] }))}
      />
      {beforeImport && (
        <Message class="no-print" role="status">
          已导入。{' '}
          <button
            class="button"
            type="button"
            onClick={() => {
              replace(beforeImport);
              forgetReplaced(beforeImport.id);
              setBeforeImport(undefined);
            }}
          >
            撤销这次导入
          </button>
        </Message>
      )}
      {risks.length === 0 && <EmptyScope index={index} record={record} change={change} />}
      {view === 'fill' && (
        <FillView
          record={record}
          risks={risks}
          changes={contentChanges(record, risks, allIds)}
          change={change}
          riskId={route.riskId}
          index={index}
        />
      )}
      {view === 'check' && <CheckView record={record} risks={risks} words={index.words} />}
      {view === 'result' && <ResultView record={record} risks={risks} />}
      {view === 'form' && <FormView record={record} risks={risks} words={index.words} />}
      {view === 'fill' && (
        <details class="more-choices no-print">
          <summary>把别处填的文件并进来</summary>
          <ImportPanel
            label="选择这份记录的另一个文件（.json）"
            find={() => record}
            onTakeApart={takeApart}
            onTake={(file) => {
              rememberReplaced(record);
              setBeforeImport(record);
              replace({ ...file, id: record.id });
            }}
          />
        </details>
      )}
    </div>
  );
}
