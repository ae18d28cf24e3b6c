import type { Letter } from '../../model/letter/letter.ts';

const rowsPerSheet = 21;

interface Props {
  readonly letters: readonly Letter[];
  readonly unit: string;
}

/** The year of the letters, when all of them name the same one first. */
function yearOf(letters: readonly Letter[]): string {
  const years = new Set(letters.map(({ fields }) => /\d{4}(?=年)/.exec(fields.period)?.[0] ?? ''));
  const [year = ''] = years;
  return years.size === 1 && year ? year : '＿＿＿＿';
}

/** 签收表: who has handed in how many copies. */
export function SignOffSheets({ letters, unit }: Props) {
  const count = Math.ceil(letters.length / rowsPerSheet);
  return (
    <>
      {Array.from({ length: count }, (_, page) => (
        <div key={page} class="letter-sheet is-size-4">
          <div class="letter-area">
            <h3 class="letter-title">廉政风险承诺书签收表</h3>
            <p class="sign-off-head">
              <span>单位：{unit}</span>
              <span>年度：{yearOf(letters)}年</span>
              <span>经办人：＿＿＿＿＿＿＿＿</span>
            </p>
            <table class="sign-off">
              <colgroup>
                <col class="sign-off-number" />
                <col />
                <col />
                <col class="sign-off-number" />
                <col />
                <col />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">序号</th>
                  <th scope="col">姓名</th>
                  <th scope="col">处室</th>
                  <th scope="col">份数</th>
                  <th scope="col">签收</th>
                  <th scope="col">日期</th>
                </tr>
              </thead>
              <tbody>
                {letters
                  .slice(page * rowsPerSheet, (page + 1) * rowsPerSheet)
                  .map(({ fields }, i) => (
                    <tr key={i}>
                      <td>{page * rowsPerSheet + i + 1}</td>
                      <td>{fields.name}</td>
                      <td>{fields.department}</td>
                      <td>{fields.copies}</td>
                      <td />
                      <td />
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
          <div class="letter-foot">
            <p class="letter-number">
              签收表 {page + 1} / {count}
            </p>
          </div>
        </div>
      ))}
    </>
  );
}
