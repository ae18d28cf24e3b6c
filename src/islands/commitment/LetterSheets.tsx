import { encode } from 'uqr';
import { useMemo } from 'preact/hooks';
import { absoluteAddress } from '../../browser/address.ts';
import type { Letter } from '../../model/letter/letter.ts';
import { letterCode, letterTicket } from '../../model/letter/letterCode.ts';
import {
  dateForPen,
  layOutLetter,
  type LaidLetter,
  type LetterSheet,
} from '../../model/letter/layoutLetter.ts';

interface QrProps {
  readonly text: string;
}

/** A QR code as one path: a thousand letters would otherwise be millions of squares. */
function QrCode({ text }: QrProps) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'L', border: 0 });
    const rows = data.map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue;
        let end = x;
        while (row[end]) end += 1;
        path += `M${x} ${y}h${end - x}v1h-${end - x}z`;
        x = end;
      }
      return path;
    });
    return { size, path: rows.join('') };
  }, [text]);
  return (
    <svg
      class="letter-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="核对用的二维码"
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

function Signatures({ letter }: { readonly letter: Letter }) {
  return (
    <>
      {letter.memberLines > 0 && (
        <>
          <p class="letter-line">全体人员签名：</p>
          {Array.from({ length: letter.memberLines }, (_, i) => (
            <p key={i} class="letter-line is-for-pen" aria-hidden="true">
              {'　'}
            </p>
          ))}
        </>
      )}
      {letter.signers.map((who) => (
        <p key={who} class="letter-signature">
          <span>{who}</span>
          <span class="letter-rule" />
          <span>{dateForPen}</span>
        </p>
      ))}
    </>
  );
}

interface SheetProps {
  readonly letter: Letter;
  readonly laid: LaidLetter;
  readonly sheet: LetterSheet;
  readonly number: number;
  /** Left out on sheets for handwriting. */
  readonly code: string;
  readonly address: string;
  readonly reportLine: string;
}

function Sheet({ letter, laid, sheet, number, code, address, reportLine }: SheetProps) {
  // Lines of one paragraph stay one paragraph for those who hear the page.
  const paragraphs = [...new Set(sheet.lines.map(({ paragraph }) => paragraph))];
  return (
    <div class={`letter-sheet ${laid.size === '三号' ? 'is-size-3' : 'is-size-4'}`}>
      <div class="letter-area">
        {sheet.hasTitle && <h3 class="letter-title">{letter.title}</h3>}
        {paragraphs.map((paragraph) => (
          <p key={paragraph} class="letter-paragraph">
            {sheet.lines
              .filter((line) => line.paragraph === paragraph)
              .map((line, i) => (
                <span
                  key={i}
                  class={`letter-line${line.isLast ? '' : ' is-full'}${line.indent ? ' is-indented' : ''}`}
                >
                  {line.runs.map((run, j) =>
                    run.isLead ? (
                      <span key={j} class="letter-lead">
                        {run.text}
                      </span>
                    ) : (
                      run.text
                    ),
                  )}
                </span>
              ))}
          </p>
        ))}
        {sheet.hasSignatures && <Signatures letter={letter} />}
      </div>
      <div class={`letter-foot${number % 2 === 0 ? ' is-even' : ''}`}>
        {sheet.hasSignatures && (
          <div class="letter-check" data-ticket={address || undefined}>
            {code && <QrCode text={address} />}
            <p>
              {letter.copiesLine}
              <br />
              {reportLine}
              <br />
              {letter.templateName}承诺书 {letter.version} 版，内容版本 {letter.contentVersion}
              {code && (
                <>
                  <br />
                  校验码 {code}
                </>
              )}
            </p>
          </div>
        )}
        <p class="letter-number">— {number} —</p>
      </div>
    </div>
  );
}

interface Props {
  readonly letter: Letter;
  /** Where to report; stands in the foot, so that the text keeps its lines. */
  readonly reportLine: string;
  /** For handwriting: no code, since nobody can work it out again from what the pen adds. */
  readonly isBlank?: boolean;
  /** Prints on both sides: the next letter has to begin on a new sheet of paper. */
  readonly startsOnNewSheet?: boolean;
}

/** Where the QR code leads: the page for checking, with the ticket behind the #. */
export function verifyAddress(letter: Letter): string {
  return absoluteAddress(`verify/#L${letterTicket(letter)}`);
}

/** A letter on its sheets of A4. */
export function LetterSheets({
  letter,
  reportLine,
  isBlank = false,
  startsOnNewSheet = false,
}: Props) {
  const laid = useMemo(() => layOutLetter(letter), [letter]);
  const code = isBlank ? '' : letterCode(letter);
  const address = isBlank ? '' : verifyAddress(letter);
  return (
    <>
      {laid.sheets.map((sheet, i) => (
        <Sheet key={i} {...{ letter, laid, sheet, code, address, reportLine }} number={i + 1} />
      ))}
      {startsOnNewSheet && laid.sheets.length % 2 === 1 && <div class="letter-sheet is-empty" />}
    </>
  );
}
