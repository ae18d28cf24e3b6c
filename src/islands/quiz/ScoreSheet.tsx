import { useState } from 'preact/hooks';
import { localTime } from '../../model/text/dates.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { examCode } from '../../model/quiz/quizFile.ts';
import { lineText, type ExamResults } from '../../model/quiz/results.ts';
import { Sheet } from '../paper/Sheet.tsx';
import { Sheets } from '../paper/Sheets.tsx';
import { usePrinting } from '../paper/usePrinting.ts';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly index: BankIndex;
  readonly exam: Exam;
  readonly results: ExamResults;
}

/** 测试成绩单: what was reached, on which paper; no seal, no certificate, signed by hand. */
export function ScoreSheet({ index, exam, results }: Props) {
  const [name, setName] = useState('');
  const [department, setDepartment] = useState('');
  const print = usePrinting('A4 portrait', 'form');
  const { handedIn } = exam;
  if (!handedIn) return null;
  const rows = [
    ['试卷', `${exam.paperName}，${exam.questions.length} 题`],
    ['岗位范围', exam.postText],
    ['卷号', exam.seed],
    ['交卷时间', localTime(handedIn.at)],
    ['用时', `${Math.ceil(exam.elapsedSeconds / 60)} 分钟（建议 ${exam.minutes} 分钟）`],
    ['得分', `${handedIn.mark} 分（满分 100，合格 ${exam.passMark}）`],
    ['结果', handedIn.mark >= exam.passMark ? '合格' : '未合格，可以再考'],
  ];
  return (
    <>
      <section class="no-print" aria-labelledby="sheet">
        <h2 id="sheet">测试成绩单</h2>
        <p>姓名、处室只印在纸上，不存。印出来手签，校验码可以在“核对校验码”里和导出的文件比对。</p>
        <div class="field-row">
          <TextField id="quiz-name" label="姓名" value={name} maxLength={40} onChange={setName} />
          <TextField
            id="quiz-department"
            label="处室"
            value={department}
            maxLength={40}
            onChange={setDepartment}
          />
        </div>
        <div class="actions">
          <button class="button is-main" type="button" onClick={print}>
            打印成绩单
          </button>
        </div>
      </section>
      <Sheets>
        <Sheet
          direction="portrait"
          class="quiz-sheet"
          label="成绩单第 1 页"
          words={index.words}
          contentVersion={exam.contentVersion}
          code={`校验码 ${examCode(exam)}`}
          number={1}
          count={1}
        >
          <p class="form-title">廉政风险测试成绩单</p>
          <dl class="form-head">
            <div>
              <dt>单位</dt>
              <dd>{index.unit}</dd>
            </div>
            <div>
              <dt>处室</dt>
              <dd>{department}</dd>
            </div>
            <div>
              <dt>姓名</dt>
              <dd>{name}</dd>
            </div>
          </dl>
          <table class="form-table quiz-score-table">
            <tbody>
              {rows.map(([head, value]) => (
                <tr key={head}>
                  <th scope="row">{head}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {[
            { title: '按风险类别', lines: results.byCategory },
            { title: '按风险等级', lines: results.byGrade },
          ].map(
            ({ title, lines }) =>
              lines.length > 0 && (
                <table key={title} class="form-table quiz-score-table">
                  <tbody>
                    {lines.map((line, i) => (
                      <tr key={line.name}>
                        {i === 0 && (
                          <th scope="rowgroup" rowSpan={lines.length}>
                            {title}
                          </th>
                        )}
                        <td>{line.name}</td>
                        <td>{lineText(line)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              ),
          )}
          <div class="form-opinions quiz-signs">
            {index.words.signatures.scoreSheet.map((who) => (
              <div key={who}>
                <p>{who}</p>
                <p class="form-sign">
                  <span>年　月　日</span>
                </p>
              </div>
            ))}
          </div>
          <p class="form-note">
            这张单子记的是一次测试，不是证书，不盖章。有卷号和内容版本，可以把同一份卷子再印出来。
          </p>
        </Sheet>
      </Sheets>
    </>
  );
}
