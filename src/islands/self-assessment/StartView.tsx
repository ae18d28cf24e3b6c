import { useState } from 'preact/hooks';
import {
  lastChange,
  listRecords,
  newId,
  overwriteRecord,
  removeRecord,
} from '../../browser/assessmentStore.ts';
import { loadMyPost, saveMyPost } from '../../browser/myPostStore.ts';
import { clearEverything, isTabOnly, setTabOnly } from '../../browser/storage.ts';
import { startNextPeriod } from '../../model/assessment/changes.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import {
  createRecord,
  recordTitle,
  textLimits,
  type AssessmentRecord,
} from '../../model/assessment/record.ts';
import { describePost, type MyPost } from '../../model/post/myPost.ts';
import { rememberReplaced } from './importUndo.ts';
import { ImportPanel } from './ImportPanel.tsx';
import { PostChooser } from './PostChooser.tsx';
import { routeHash } from './route.ts';
import { TextField } from './TextField.tsx';

const notStored = '这个浏览器不让网页存东西，记录只能留在这一页里；填完请马上导出文件或者打印。';

/** Opens a record; one that cannot be stored is opened all the same, from memory. */
function open(record: AssessmentRecord): void {
  if (overwriteRecord(record) !== 'saved') alert(notStored);
  location.hash = routeHash('fill', record.id);
}

interface RowProps {
  readonly record: AssessmentRecord;
  readonly index: ChecklistIndex;
  readonly onRemoved: () => void;
}

function RecordRow({ record, index, onRemoved }: RowProps) {
  const [asking, setAsking] = useState<'remove' | 'next'>();
  const [period, setPeriod] = useState(`${new Date().getFullYear() + 1}年度`);
  const wallName = (id: string) => index.walls.find((wall) => wall.id === id)?.name ?? id;
  const answered = Object.values(record.answers).filter(
    ({ state }) => state !== undefined && state !== '待确认',
  ).length;
  return (
    <li class="record">
      <p class="record-title">
        <a href={routeHash('fill', record.id)}>{recordTitle(record)}</a>
      </p>
      <p class="muted">
        {describePost(record.head.scope, wallName)}；已判断 {answered} 个；最近修改{' '}
        {new Date(lastChange(record)).toLocaleString('zh-CN', { hour12: false })}
      </p>
      <div class="actions">
        <a class="button" href={routeHash('fill', record.id)}>
          继续填
        </a>
        <button class="button" type="button" onClick={() => setAsking('next')}>
          以这一期为底，建下一期
        </button>
        <button class="button" type="button" onClick={() => setAsking('remove')}>
          删除
        </button>
      </div>
      {asking === 'next' && (
        <div class="message" role="group" aria-label="建下一期">
          <TextField
            id={`next-${record.id}`}
            label="下一期的期间"
            value={period}
            maxLength={textLimits.short}
            onChange={setPeriod}
            hint="写过的文字都带过去，判断一律变成“待确认”，要重新确认。"
          />
          <button
            class="button is-main"
            type="button"
            onClick={() => open(startNextPeriod(record, newId(), period, Date.now()))}
          >
            建立
          </button>
        </div>
      )}
      {asking === 'remove' && (
        <div class="message is-fault" role="alertdialog" aria-label="删除记录">
          <p>删了就找不回来。要留底，先打开记录导出文件。</p>
          <button
            class="button"
            type="button"
            onClick={() => {
              removeRecord(record.id);
              onRemoved();
            }}
          >
            确定删除
          </button>{' '}
          <button class="button" type="button" onClick={() => setAsking(undefined)}>
            不删
          </button>
        </div>
      )}
    </li>
  );
}

/** What is kept on this computer, and how to leave nothing behind. */
function SharedComputer({ onCleared }: { readonly onCleared: () => void }) {
  const [tabOnly, setTabOnlyShown] = useState(isTabOnly);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  return (
    <section aria-labelledby="stored-here">
      <h2 id="stored-here">存在哪里</h2>
      <p>
        自查记录、我的岗位和显示方式只存在这台电脑的这个浏览器里，不上传，别人在别的电脑上看不到；用同一个账号登录这台电脑的人看得到。
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={tabOnly}
          onChange={({ currentTarget: { checked } }) => {
            const isSet = setTabOnly(checked);
            setTabOnlyShown(isTabOnly());
            setNote(isSet ? '' : notStored);
            onCleared();
          }}
        />
        <span>公用电脑：用完即清（关掉这个标签页，记录就没有了；先导出文件再关）</span>
      </label>
      <div class="actions">
        <button class="button" type="button" onClick={() => setAsking(true)}>
          清除本机数据
        </button>
      </div>
      {asking && (
        <div class="message is-fault" role="alertdialog" aria-label="清除本机数据">
          <p>本站存在这个浏览器里的全部记录和选择都会删掉，找不回来。</p>
          <button
            class="button"
            type="button"
            onClick={() => {
              clearEverything();
              setAsking(false);
              setTabOnlyShown(isTabOnly());
              setNote('已全部清除，本站在这个浏览器里什么也没有留下。');
              onCleared();
            }}
          >
            确定清除
          </button>{' '}
          <button class="button" type="button" onClick={() => setAsking(false)}>
            不清除
          </button>
        </div>
      )}
      <p role="status">{note}</p>
    </section>
  );
}

/** Choose a post, begin a record, go on with one, or take one in from a file. */
export function StartView({ index }: { readonly index: ChecklistIndex }) {
  const [post, setPost] = useState<MyPost>(loadMyPost);
  const [records, setRecords] = useState(listRecords);
  const refresh = () => setRecords(listRecords());
  return (
    <div class="assessment">
      {records.length > 0 && (
        <section aria-labelledby="my-records">
          <h2 id="my-records">本机上的记录</h2>
          <ul class="records">
            {records.map((record) => (
              <RecordRow key={record.id} record={record} index={index} onRemoved={refresh} />
            ))}
          </ul>
        </section>
      )}
      <PostChooser
        index={index}
        post={post}
        onChange={(next) => {
          setPost(next);
          saveMyPost(next);
        }}
      />
      <div class="actions">
        <button
          class="button is-main"
          type="button"
          onClick={() => {
            const period = `${new Date().getFullYear()}年度`;
            open(createRecord(newId(), period, post, index.contentVersion, Date.now()));
          }}
        >
          开始自查
        </button>
      </div>
      <section aria-labelledby="import-record">
        <h2 id="import-record">从文件接着填</h2>
        <ImportPanel
          label="选择以前导出的自查记录文件（.json）"
          find={(id) => records.find((record) => record.id === id)}
          onTake={(record) => {
            const before = records.find(({ id }) => id === record.id);
            if (before) rememberReplaced(before);
            open(record);
          }}
        />
      </section>
      <SharedComputer onCleared={refresh} />
    </div>
  );
}
