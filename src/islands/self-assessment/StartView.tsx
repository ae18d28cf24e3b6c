import { useMemo, useState } from 'preact/hooks';
import { loadMyPost, showMyPost } from '../../browser/myPostStore.ts';
import { clearEverything } from '../../browser/keeper.ts';
import { isTabOnly, setTabOnly } from '../../browser/storage.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { isJudged, recordTitle, textLimits } from '../../model/assessment/record.ts';
import { postNames } from '../../model/post/postList.ts';
import { filledScope } from '../../model/post/postScope.ts';
import { describePost, isEveryPost, type MyPost } from '../../model/post/myPost.ts';
import { Check } from '../controls/Check.tsx';
import { Confirm } from '../controls/Confirm.tsx';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { PostChooser } from './PostChooser.tsx';
import { routeHash } from './route.ts';
import { takeApart } from './takeApart.ts';
import { useRecords, type ListedRecord, type Records } from './useRecords.ts';

interface RowProps extends ListedRecord, Pick<Records, 'beginNext' | 'remove'> {
  readonly index: ChecklistIndex;
}

function RecordRow({ record, changedAt, index, beginNext, remove }: RowProps) {
  const [asking, setAsking] = useState<'remove' | 'next'>();
  const [period, setPeriod] = useState(`${new Date().getFullYear() + 1}年度`);
  const answered = Object.values(record.answers).filter(isJudged).length;
  return (
    <li class="record">
      <p class="record-title">
        <a href={routeHash('fill', record.id)}>{recordTitle(record)}</a>
      </p>
      <p class="muted">
        {describePost(record.head.scope, postNames(index.posts, index.walls))}；已判断 {answered}{' '}
        个；最近修改 {new Date(changedAt).toLocaleString('zh-CN', { hour12: false })}
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
        <Message isBlock role="group" label="建下一期">
          <TextField
            id={`next-${record.id}`}
            label="下一期的期间"
            value={period}
            maxLength={textLimits.short}
            onChange={setPeriod}
            hint="写过的文字都带过去，判断一律变成“待确认”，要重新确认。"
          />
          <button class="button is-main" type="button" onClick={() => beginNext(record, period)}>
            建立
          </button>
        </Message>
      )}
      {asking === 'remove' && (
        <Confirm
          label="删除记录"
          yes="确定删除"
          no="不删"
          onYes={() => remove(record.id)}
          onNo={() => setAsking(undefined)}
        >
          删了就找不回来。要留底，先打开记录导出文件。
        </Confirm>
      )}
    </li>
  );
}

/** What is kept on this computer, and how to leave nothing behind. */
function SharedComputer({ onCleared }: { readonly onCleared: () => void }) {
  const [tabOnly, setTabOnlyShown] = useState(isTabOnly);
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState('');
  return (
    <section aria-labelledby="stored-here">
      <h2 id="stored-here">存在哪里</h2>
      <p>
        自查记录、我的岗位和显示方式只存在这台电脑的这个浏览器里，不上传，别人在别的电脑上看不到；用同一个账号登录这台电脑的人看得到。
      </p>
      <Check
        label="公用电脑：用完即清（关掉这个标签页，记录就没有了；先导出文件再关）"
        isOn={tabOnly}
        onChange={(isOn) => {
          setTabOnly(isOn);
          setTabOnlyShown(isTabOnly());
          onCleared();
        }}
      />
      <div class="actions">
        <button class="button" type="button" onClick={() => setIsAsking(true)}>
          清除本机数据
        </button>
      </div>
      {isAsking && (
        <Confirm
          label="清除本机数据"
          yes="确定清除"
          no="不清除"
          onYes={() => {
            setIsAsking(false);
            void clearEverything().then((isEmpty) => {
              setTabOnlyShown(isTabOnly());
              setNote(
                isEmpty
                  ? '已全部清除，本站在这个浏览器里什么也没有留下。'
                  : '没有全清掉：浏览器不让删。关掉本站别的标签页，再清一次。',
              );
              onCleared();
            });
          }}
          onNo={() => setIsAsking(false)}
        >
          本站存在这个浏览器里的全部记录和选择都会删掉，找不回来。
        </Confirm>
      )}
      <p role="status">{note}</p>
    </section>
  );
}

/** Choose a post, begin a record, go on with one, or take one in from a file. */
export function StartView({ index }: { readonly index: ChecklistIndex }) {
  const [post, setPost] = useState<MyPost>(loadMyPost);
  const choose = (next: MyPost) => {
    setPost(next);
    showMyPost(next);
  };
  const scope = useMemo(() => filledScope(post, index), [post, index]);
  const { all, newerCount, find, begin, beginNext, take, remove, reload } = useRecords();
  return (
    <div class="assessment">
      {newerCount > 0 && (
        <Message isFault role="status">
          有 {newerCount}
          份记录是更新版本的网站存的，没有动。请刷新页面再打开；刷新了还是这样，是网站退回了旧版，换回新版就能打开。
        </Message>
      )}
      {all.length > 0 && (
        <section aria-labelledby="my-records">
          <h2 id="my-records">本机上的记录</h2>
          <ul class="records">
            {all.map((one) => (
              <RecordRow
                key={one.record.id}
                {...one}
                index={index}
                beginNext={beginNext}
                remove={remove}
              />
            ))}
          </ul>
        </section>
      )}
      <PostChooser index={index} post={post} scope={scope} onChange={choose} />
      <div class="actions">
        <button
          class="button is-main"
          type="button"
          onClick={() => begin(`${new Date().getFullYear()}年度`, scope.post, index)}
        >
          {isEveryPost(post) ? '开始自查全部' : '开始自查'}
        </button>
        <a class="button" href="#import-record">
          有导出的文件，接着填
        </a>
      </div>
      <section aria-labelledby="import-record">
        <h2 id="import-record">从文件接着填</h2>
        <ImportPanel
          label="选择以前导出的自查记录文件（.json）"
          find={find}
          onTake={take}
          onTakeApart={takeApart}
        />
      </section>
      <SharedComputer onCleared={reload} />
    </div>
  );
}
