import { fetchData } from '../../browser/data.ts';
import {
  readLetterTicket,
  rebuildLetter,
  type LetterTicket,
  type RebuiltLetter,
} from '../../model/letter/letterCode.ts';
import { mapFetched, type Fetched } from '../../model/published/fetched.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Message } from '../controls/Message.tsx';
import { useFetched } from '../controls/useFetched.ts';

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

/** @returns `gone` when the site no longer has this kind of letter. */
async function find(ticket: LetterTicket): Promise<Fetched<Found | 'gone'>> {
  const letters = await fetchData('letters');
  if (letters.status === 'absent') return letters;
  const template = letters.data.templates.find(({ id }) => id === ticket.templateId);
  if (!template) return { status: 'present', data: 'gone' };
  return mapFetched(letters, ({ pledges }) => ({
    templateName: template.name,
    currentVersion: template.version,
    rebuilt: rebuildLetter(ticket, template, pledges),
  }));
}

interface Props {
  readonly ticket: LetterTicket;
}

function TicketFacts({ ticket }: Props) {
  const { fields } = ticket;
  return (
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
}

function verdictOn({ rebuilt, currentVersion }: Found, ticket: LetterTicket): string {
  if (rebuilt.code === ticket.code) return '站上现在的文字排出来和这份一字不差。';
  if (rebuilt.unknown.length > 0) {
    return `有 ${rebuilt.unknown.length} 条是打印前改写的，或者站上已经没有，二维码里不存文字：请看纸，或者用打印记录核对校验码。`;
  }
  return currentVersion === ticket.version
    ? '站上的承诺在印了以后改过文字，现在排出来和纸上的不同，以纸上为准。'
    : `站上的文字已经是 ${currentVersion} 版，这份是按 ${ticket.version} 版签的，以纸上为准。`;
}

/** What a scanned letter says of itself, and whether the site would still print the same text. */
export function LetterVerdict({ ticket }: Props) {
  const found = useFetched(JSON.stringify(ticket), () => find(ticket));
  return (
    <Loaded
      what="承诺书的文字"
      fetched={found}
      waiting="正在找这一版的文字…"
      reassurance="取到以前，以纸上为准。"
    >
      {(letter) => {
        if (letter === 'gone') {
          return (
            <Message isFault isBlock role="status">
              <p>
                <strong>站上已经没有这一种承诺书，</strong>没法再排出它的文字，以纸上为准。
              </p>
              <TicketFacts ticket={ticket} />
            </Message>
          );
        }
        const isSame = letter.rebuilt.code === ticket.code;
        return (
          <Message isFault={!isSame} isBlock role="status">
            <p>
              <strong>{letter.templateName}承诺书。</strong>
              {verdictOn(letter, ticket)}
            </p>
            <TicketFacts ticket={ticket} />
            <details open={isSame}>
              <summary>{isSame ? '这份承诺书的文字' : '照站上现在的文字排出来是这样'}</summary>
              {letter.rebuilt.letter.paragraphs.map(({ runs }, i) => (
                <p key={i}>{runs.map(({ text }) => text).join('')}</p>
              ))}
            </details>
          </Message>
        );
      }}
    </Loaded>
  );
}
