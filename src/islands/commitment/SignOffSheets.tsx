import type { Letter } from '../../model/letter/letter.ts';

const rowsPerSheet = 22;

interface Props {
  readonly letters: readonly Letter[];
}

/** 签收表: who has handed in how many copies. */
export function SignOffSheets({ letters }: Props) {
  const count = Math.ceil(letters.length / rowsPerSheet);
  return (
    <>
      {Array.from({ length: count }, (_, page) => (
        <div key={page} class="letter-sheet is-size-4">
          <div class="letter-area">
            <h3 class="letter-title">廉政风险承诺书签收表</h3>
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
