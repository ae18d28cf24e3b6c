import { useEffect, useMemo, useState } from 'preact/hooks';
import { fetchChecklistRisks } from '../../browser/checklistData.ts';
import { saveText } from '../../browser/files.ts';
import { contentChanges } from '../../model/assessment/changes.ts';
import type { ChecklistIndex, ChecklistRisk } from '../../model/assessment/checklist.ts';
import { recordTitle, type AssessmentRecord } from '../../model/assessment/record.ts';
import { recordFileName, recordFileText } from '../../model/assessment/recordFile.ts';
import { isMine } from '../../model/post/myPost.ts';
import { CheckView } from './CheckView.tsx';
import { FillView } from './FillView.tsx';
import { FormView } from './FormView.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { forgetReplaced, rememberReplaced, replacedBy } from './importUndo.ts';
import { ResultView } from './ResultView.tsx';
import { routeHash, type Route, type View } from './route.ts';
import { useRecord, type SaveState } from './useRecord.ts';

const viewNames: Readonly<Record<View, string>> = {
  fill: '逐条自查',
  check: '检查漏项',
  result: '结果',
  form: '打印排查表',
};

const faults = {
  absent:
    '本机上没有这份记录。可能是换了电脑或浏览器，或者清除过数据；有导出的文件，可以在自查首页导入。',
  blocked: '这个浏览器不让网页存东西，打不开本机上的记录。请从文件导入，填完后马上导出。',
  damaged:
    '这份记录的数据坏了，读不出来。坏掉的数据没有删，另外存着；有导出的文件，可以在自查首页导入。',
} as const;

function saveText_({ outcome, time }: SaveState): string {
  if (outcome === undefined) return '改动会自动存在本机';
  if (outcome === 'saved') return `已保存在本机 ${time}`;
  if (outcome === 'full') return '本机存满了，没有存下；内容还在这一页里，请马上导出文件';
  return '浏览器不让存，没有存下；内容还在这一页里，请马上导出文件';
}

interface Props {
  readonly index: ChecklistIndex;
  readonly route: Route;
}

/** Fetches the texts of the risks that the record is about. */
function useRisks(index: ChecklistIndex, record: AssessmentRecord | undefined) {
  const [texts, setTexts] = useState<readonly ChecklistRisk[]>();
  const [isFaulty, setFaulty] = useState(false);
  const scope = record?.head.scope;
  const scopeKey = JSON.stringify(scope);
  const ids = useMemo(
    () =>
      new Set(scope ? index.risks.filter((risk) => isMine(scope, risk)).map(({ id }) => id) : []),
    [index, scopeKey],
  );
  useEffect(() => {
    const walls = index.walls
      .map(({ id }) => id)
      .filter((id) => index.risks.some((risk) => risk.wallId === id && ids.has(risk.id)));
    fetchChecklistRisks(walls).then(setTexts, () => setFaulty(true));
  }, [index, ids]);
  const risks = useMemo(() => texts?.filter(({ id }) => ids.has(id)), [texts, ids]);
  return { risks, isFaulty };
}

/** One record: its head line, and the part that the address names. */
export function RecordViews({ index, route }: Props) {
  const { record, fault, save, change, replace } = useRecord(route.recordId);
  const { risks, isFaulty } = useRisks(index, record);
  const [beforeImport, setBeforeImport] = useState(() => replacedBy(route.recordId));
  const allIds = useMemo(() => new Set(index.risks.map(({ id }) => id)), [index]);

  const exportFile = () => {
    if (record) {
      saveText(recordFileName(record, 'json'), recordFileText(record), 'application/json');
    }
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      exportFile();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  // Risks that are shown now count as seen; later additions to the walls are marked as new.
  useEffect(() => {
    if (!record || !risks || record.known.length > 0) return;
    change({
      type: 'seen',
      ids: risks.map(({ id }) => id),
      contentVersion: index.contentVersion,
    });
  }, [record, risks, change, index]);

  if (fault || !record) {
    return (
      <div class="message is-fault" role="alert">
        <p>{faults[fault ?? 'absent']}</p>
        <p>
          <a href="#">回到自查首页</a>
        </p>
      </div>
    );
  }
  if (isFaulty) {
    return (
      <p class="message is-fault" role="alert">
        风险点的内容没有取到，请刷新后再试。已经填好的都在本机，没有丢。
      </p>
    );
  }
  if (!risks) return <p class="muted">正在取风险点…</p>;
  const changes = contentChanges(record, risks, allIds);
  return (
    <div class="assessment">
      <div class="record-bar no-print">
        <p class="record-name">
          <a href="#">自查</a> <span aria-hidden="true">›</span>{' '}
          <strong>{recordTitle(record)}</strong>
        </p>
        <p
          class={save.outcome === undefined || save.outcome === 'saved' ? 'muted' : 'fault-text'}
          role="status"
        >
          {saveText_(save)}
        </p>
        <button class="button" type="button" onClick={exportFile}>
          导出文件
        </button>
      </div>
      <nav class="record-views no-print" aria-label="自查的四个部分">
        {(Object.keys(viewNames) as View[]).map((view) => (
          <a
            key={view}
            href={routeHash(view, record.id)}
            aria-current={route.view === view ? 'page' : undefined}
          >
            {viewNames[view]}
          </a>
        ))}
      </nav>
      {beforeImport && (
        <p class="message no-print" role="status">
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
        </p>
      )}
      {route.view === 'fill' && (
        <FillView
          record={record}
          risks={risks}
          changes={changes}
          change={change}
          riskId={route.riskId}
          contentVersion={index.contentVersion}
        />
      )}
      {route.view === 'check' && <CheckView record={record} risks={risks} words={index.words} />}
      {route.view === 'result' && <ResultView record={record} risks={risks} />}
      {route.view === 'form' && <FormView record={record} risks={risks} words={index.words} />}
      {route.view === 'fill' && (
        <details class="more-choices no-print">
          <summary>把别处填的文件并进来</summary>
          <ImportPanel
            label="选择这份记录的另一个文件（.json）"
            find={() => record}
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
