import { useState } from 'preact/hooks';
import { articleLabel, compareArticles } from '../../../model/law/citation.ts';
import type { ReviewRules } from '../../../model/rollup/reviewRules.ts';
import { OptionalChoice } from '../../controls/Choice.tsx';
import { TextField } from '../../controls/TextField.tsx';

interface Props {
  readonly id: string;
  readonly rules: ReviewRules | undefined;
  readonly penalties: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (penalties: readonly string[]) => void;
}

/** Longest list of citations that is still read by anybody. */
const mostText = 400;

/** 惩处依据: written one to a line, or picked by law and article. */
export function CitationField({ id, rules, penalties, fault, onChange }: Props) {
  const [lawId, setLawId] = useState<string>();
  const [article, setArticle] = useState<string>();
  const laws = (rules?.laws ?? []).filter(({ data }) => data.penal.length > 0 || !data.isVerified);
  const law = laws.find(({ name }) => name === lawId)?.data;
  const articles = [...(law?.penal ?? [])].sort(compareArticles);
  const gist = article === undefined ? undefined : law?.articles[article];
  const canAdd = law !== undefined && (articles.length === 0 || article !== undefined);
  return (
    <>
      <TextField
        id={id}
        label="惩处依据（法律编号#条.款.项，一行一条）"
        value={penalties.join('\n')}
        maxLength={mostText}
        isLong
        fault={fault}
        onChange={(text) => onChange(text.split('\n'))}
      />
      <div class="review-citation">
        <OptionalChoice
          label="照目录选：法律"
          none="没有选"
          value={lawId}
          values={laws.map(({ name }) => name)}
          nameOf={(name) => laws.find((one) => one.name === name)?.data.shortTitle ?? name}
          onChange={(chosen) => {
            setLawId(chosen);
            setArticle(undefined);
          }}
        />
        <OptionalChoice
          label="条"
          none={law && articles.length === 0 ? '不写条号' : '没有选'}
          value={article}
          values={articles}
          nameOf={articleLabel}
          onChange={setArticle}
        />
        <button
          class="button is-small"
          type="button"
          disabled={!canAdd}
          onClick={() => {
            const citation = article === undefined ? (lawId ?? '') : `${lawId ?? ''}#${article}`;
            onChange([...penalties.filter((text) => text.trim() !== ''), citation]);
          }}
        >
          加上这一条
        </button>
      </div>
      {gist && <p class="muted small">{gist}</p>}
    </>
  );
}
