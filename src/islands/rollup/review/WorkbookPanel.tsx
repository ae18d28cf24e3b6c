import { saveTextWorkbook } from '../../../browser/spreadsheet.ts';
import type { ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import { subjectTitle, type ReviewSubject } from '../../../model/rollup/reviewSubjects.ts';
import {
  reviewWorkbook,
  wallsConcerned,
  type WorkbookPlan,
} from '../../../model/rollup/reviewWorkbook.ts';
import { localToday } from '../../../model/text/dates.ts';
import { SaveButton } from '../../controls/SaveButton.tsx';
import type { ViewProps } from '../viewProps.ts';
import { subjectHash } from './route.ts';

interface Props extends ViewProps {
  readonly subjects: readonly ReviewSubject[];
  readonly plan: WorkbookPlan | undefined;
  readonly context: ReviewContext | undefined;
  readonly isWaiting: boolean;
}

/** What leaves as an author's workbook, what is left out of it, and how it comes into the walls. */
export function WorkbookPanel({ rollup, subjects, plan, context, isWaiting, index }: Props) {
  const fileName = `审核采纳-${rollup.head.period}-${localToday()}.xlsx`.replace(
    /[\\/:*?"<>|]/g,
    '',
  );
  const { finds = [], grades = [] } = plan?.adopted ?? {};
  const walls = plan && context ? wallsConcerned(plan.adopted, context.rows) : [];
  const names = walls.map((id) => index.walls.find((wall) => wall.id === id)?.name ?? id);
  const lacking = subjects.filter(({ id }) => plan?.lacks.has(id));
  const isReady = plan !== undefined && context !== undefined && !isWaiting;
  return (
    <section class="review-workbook" aria-labelledby="review-workbook">
      <h3 id="review-workbook">放回墙里</h3>
      {!isReady ? (
        <p class="muted">正在看采纳的写齐了没有…</p>
      ) : (
        <p role="status">
          工作簿里会有：新增风险点 {finds.length} 个，改等级 {grades.length} 个
          {names.length > 0 && `（${names.join('、')}）`}
          ；定了的意见都列在“审核意见”一张，不写人名。
        </p>
      )}
      {lacking.length > 0 && (
        <>
          <p>没写齐、不放进去的 {lacking.length} 件：</p>
          <ul>
            {lacking.map((subject) => (
              <li key={subject.id}>
                <a href={`#${subjectHash(subject.id)}`}>{subjectTitle(subject)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {plan && plan.later.length > 0 && (
        <>
          <p>写回墙以后还要改，改好网站才生成得出来：</p>
          <ul>
            {plan.later.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <SaveButton
          isDisabled={!isReady || finds.length + grades.length === 0}
          otherwise="意见都存在汇总里，没有丢"
          save={async () => {
            if (plan && context) {
              await saveTextWorkbook(fileName, reviewWorkbook(rollup, subjects, plan, context));
            }
          }}
        >
          存成作者的工作簿（.xlsx）
        </SaveButton>
      </div>
      <p class="muted small">
        交给管网站的人，在网站的文件夹里运行 <code>npm run import-xlsx 文件.xlsx</code>
        ，核对列出的改动，再加 <code>-- --write</code> 写回。新风险点的编号在导入时给。
      </p>
    </section>
  );
}
