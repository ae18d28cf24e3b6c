import type { ControlPhase } from '../vocabulary.ts';
import { phaseSlug } from './guards.ts';
import type { Supervision } from './supervisionSchema.ts';

/** The part of the content that the loop shows. */
type Phases = Supervision['phases'];

/**
 * Mermaid source of the loop before → during → after; each box leads to the controls of its phase.
 * @param counts how many controls each phase has.
 */
export function loopSource(phases: Phases, counts: Readonly<Record<ControlPhase, number>>): string {
  const boxes = phases.map(
    ({ phase, name }) => `  ${phaseSlug[phase]}["${name}<br/>${counts[phase]} 条措施"]`,
  );
  const links = phases.map(
    ({ phase }) => `  click ${phaseSlug[phase]} href "supervision/${phaseSlug[phase]}/"`,
  );
  return [
    'flowchart TB',
    ...boxes,
    '  warn["及时提醒、及时制止"]',
    '  account["过错预警、问责"]',
    '  mend["补漏洞、改制度<br/>写回事前的措施"]',
    '  before --> during',
    '  during --> after',
    '  during -->|有苗头| warn',
    '  after -->|有过错| account',
    '  warn --> mend',
    '  account --> mend',
    '  mend -.-> before',
    ...links,
  ].join('\n');
}

/** The same in words, for those who cannot see the chart. */
export function loopDescription(
  phases: Phases,
  counts: Readonly<Record<ControlPhase, number>>,
): string {
  const list = phases.map(({ phase, name }) => `${name} ${counts[phase]} 条措施`).join('，');
  return `三段闭环：${list}。事中发现苗头的及时提醒、及时制止，已有过错的启动过错预警和问责，再回头补漏洞、改制度。`;
}
