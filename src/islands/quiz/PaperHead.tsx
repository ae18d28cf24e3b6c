import { Fragment } from 'preact';
import { fullMark } from '../../model/quiz/paperMarks.ts';
import { sectionRange, type PaperSection } from '../../model/quiz/paperSections.ts';

const sealWords = Array.from('密封线内不得答题');

/**
 * 密封线 down the left edge, turned so that it is read from the foot upwards, with who wrote the paper
 * outside of it: the strip is folded and sealed before the paper is marked.
 */
export function SealingLine({ unit }: { readonly unit: string }) {
  return (
    <div class="paper-seal">
      <dl>
        {['单位', '处室', '岗位（职务）', '姓名', '日期'].map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{name === '单位' ? unit : ''}</dd>
          </div>
        ))}
      </dl>
      <p>
        {sealWords.map((word, i) => (
          <Fragment key={i}>
            <i />
            {word}
          </Fragment>
        ))}
        <i />
      </p>
    </div>
  );
}

/** 得分表: what each kind of questions counts, and room for what was reached and who marked it. */
export function MarkTable({ sections }: { readonly sections: readonly PaperSection[] }) {
  const count = sections.reduce((all, { questions }) => all + questions.length, 0);
  const rows = ['得分', '阅卷人'];
  return (
    <table class="form-table paper-marks" aria-label="得分表">
      <tbody>
        <tr>
          <th scope="row">题型</th>
          {sections.map(({ numeral, shortName }) => (
            <th key={numeral} scope="col">
              {numeral}、{shortName}
            </th>
          ))}
          <th scope="col">总分</th>
        </tr>
        <tr>
          <th scope="row">题号</th>
          {sections.map((section) => (
            <td key={section.numeral}>{sectionRange(section)}</td>
          ))}
          <td>共 {count} 题</td>
        </tr>
        <tr>
          <th scope="row">满分</th>
          {sections.map(({ numeral, mark }) => (
            <td key={numeral}>{mark}</td>
          ))}
          <td>{fullMark}</td>
        </tr>
        {rows.map((row) => (
          <tr key={row} class="is-to-fill">
            <th scope="row">{row}</th>
            {sections.map(({ numeral }) => (
              <td key={numeral} />
            ))}
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
