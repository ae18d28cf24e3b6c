import type { AdoptedRisk } from '../../../model/rollup/decision.ts';
import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import { controlPhases } from '../../../model/vocabulary.ts';
import { Choice } from '../../controls/Choice.tsx';
import { FieldFault } from '../../controls/FieldFault.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { lackText } from './lackText.ts';

type Controls = AdoptedRisk['controls'];

interface Props {
  readonly controls: Controls;
  readonly lacks: readonly Lack[];
  readonly onChange: (controls: Controls) => void;
}

const lengths = { by: 60, text: 200 } as const;

/** 防控措施, each with its phase and who does it. Rows that are empty are not taken along. */
export function ControlFields({ controls, lacks, onChange }: Props) {
  const fault = lackText(lacks, 'controls');
  const edit = (i: number, values: Partial<Controls[number]>) =>
    onChange(controls.map((one, k) => (k === i ? { ...one, ...values } : one)));
  return (
    <fieldset
      class="review-controls"
      aria-describedby={fault ? 'adopted-controls-fault' : undefined}
    >
      <legend>防控措施（写处室或岗位，怎么防；空着的不算）</legend>
      <FieldFault id="adopted-controls-fault" text={fault} />
      {controls.map(({ phase, by, text }, i) => (
        <div class="review-control" key={i}>
          <Choice
            label="什么时候"
            value={phase}
            values={controlPhases}
            onChange={(value) => edit(i, { phase: value })}
          />
          <TextField
            id={`control-${i}-by`}
            label="由谁来做"
            value={by}
            maxLength={lengths.by}
            fault={lackText(lacks, `control-${i}-by`)}
            onChange={(value) => edit(i, { by: value })}
          />
          <TextField
            id={`control-${i}-text`}
            label="怎么防"
            value={text}
            maxLength={lengths.text}
            fault={lackText(lacks, `control-${i}-text`)}
            onChange={(value) => edit(i, { text: value })}
          />
        </div>
      ))}
      <button
        class="button is-small"
        type="button"
        onClick={() => onChange([...controls, { phase: '事中', by: '', text: '' }])}
      >
        加一条措施
      </button>
    </fieldset>
  );
}
