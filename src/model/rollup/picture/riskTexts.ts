import type { RegisterData, RegisterRow } from '../../register/rows.ts';

/** What is written of each risk, by id. */
export type RiskTexts = ReadonlyMap<string, RegisterRow>;

const known = new WeakMap<RegisterData, RiskTexts>();

/** Looked up once for each register. */
export function riskTexts(register: RegisterData): RiskTexts {
  const held = known.get(register) ?? new Map(register.rows.map((row) => [row.id, row]));
  known.set(register, held);
  return held;
}
