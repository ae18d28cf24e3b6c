import { useEffect, useState } from 'preact/hooks';
import { fetchChecklistRisks } from '../../browser/checklistData.ts';
import { fetchLetterData } from '../../browser/letterData.ts';
import { riskIdPattern, wallOfId } from '../../model/fields/ids.ts';
import {
  readLetterTicket,
  rebuildLetter,
  type LetterTicket,
  type RebuiltLetter,
} from '../../model/letter/letterCode.ts';
import { riskPromise } from '../../model/letter/riskPromises.ts';

/** What stands behind `#L` in a scanned address, wherever it was typed or scanned. */
export function ticketIn(text: string): LetterTicket | undefined {
  const coded = /#L([A-Za-z0-9_-]+)/.exec(text.trim())?.[1];
  return coded ? readLetterTicket(coded) : undefined;
}

interface Found {
  readonly templateName: string;
  readonly currentVersion: string;
  readonly rebuilt: RebuiltLetter;
}

async function find(ticket: LetterTicket): Promise<Found | undefined> {
  const { templates } = await fetchLetterData();
  const template = templates.find(({ id }) => id === ticket.templateId);
  if (!template) return undefined;
  const wallIds = ticket.promises.flatMap(({ id }) => (riskIdPattern.test(id) ? wallOfId(id) : []));
  const risks = await fetchChecklistRisks([...new Set(wallIds)]).catch(() => []);
  const promises = new Map(risks.map((risk) => [risk.id, riskPromise(risk)]));
  return {
    templateName: template.name,
    currentVersion: template.version,
    rebuilt: rebuildLetter(ticket, template, (id) => promises.get(id)),
  };
}

interface Props {
  readonly ticket: LetterTicket;
}

/** What a scanned letter says of itself, and whether the site would still print the same text. */
export function LetterVerdict({ ticket }: Props) {
  const [found, setFound] = useState<Found | 'gone'>();
  useEffect(() => {
    let isCurrent = true;
    setFound(undefined);
    find(ticket).then(
      (one) => isCurrent && setFound(one ?? 'gone'),
      () => isCurrent && setFound('gone'),
    );
    return () => {
      isCurrent = false;
    };
  }, [ticket]);
  const { fields } = ticket;
  const head = (
    <dl class="facts">
      <div>
        <dt>姓名</dt>
        <dd>{fields.name || '（印的时候没有填）'}</dd>
      </div>
      <div>
        <dt>处室和岗位</dt>
        <dd>{[fields.department, fields.post].filter(Boolean).join('，') || '（没有填）'}</dd>
      </div>
      <div>
        <dt>承诺期限</dt>
        <dd>{fields.period || '（没有填）'}</dd>
      </div>
      <div>
        <dt>文字版本</dt>
        <dd>
          {ticket.version} 版，内容版本 {ticket.contentVersion}
        </dd>
      </div>
      <div>
        <dt>纸上应当印着校验码</dt>
        <dd class="code">{ticket.code}</dd>
      </div>
    </dl>
  );
  if (!found) return <p role="status">正在找这一版的文字…</p>;
  if (found === 'gone') {
    return (
      <div class="message is-fault" role="status">
        <p>
          <strong>站上已经没有这一种承诺书，</strong>没法再排出它的文字，以纸上为准。
        </p>
        {head}
      </div>
    );
  }
  const { rebuilt, templateName, currentVersion } = found;
  const isSame = rebuilt.code === ticket.code;
  const verdict = isSame
    ? '站上现在的文字排出来和这份一字不差。'
    : rebuilt.unknown.length > 0
      ? `有 ${rebuilt.unknown.length} 条是打印前改写的，或者站上已经没有，二维码里不存文字：请看纸，或者用打印记录核对校验码。`
      : currentVersion === ticket.version
        ? '站上的风险点在印了以后改过文字，现在排出来和纸上的不同，以纸上为准。'
        : `站上的文字已经是 ${currentVersion} 版，这份是按 ${ticket.version} 版签的，以纸上为准。`;
  return (
    <div class={isSame ? 'message' : 'message is-fault'} role="status">
      <p>
        <strong>{templateName}承诺书。</strong>
        {verdict}
      </p>
      {head}
      <details open={isSame}>
        <summary>{isSame ? '这份承诺书的文字' : '照站上现在的文字排出来是这样'}</summary>
        {rebuilt.letter.paragraphs.map(({ runs }, i) => (
          <p key={i}>{runs.map(({ text }) => text).join('')}</p>
        ))}
      </details>
    </div>
  );
}
