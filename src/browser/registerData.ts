import type { RegisterData } from '../model/register/rows.ts';
import { siteBase } from './siteBase.ts';

/** The whole register. */
export async function fetchRegister(): Promise<RegisterData> {
  const response = await fetch(`${siteBase()}data/register.json`);
  if (!response.ok) throw new Error(`register: ${response.status}`);
  return response.json() as Promise<RegisterData>;
}
