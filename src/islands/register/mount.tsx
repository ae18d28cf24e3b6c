import { render } from 'preact';
import { fetchRegister } from '../../browser/registerData.ts';
import { Register } from './Register.tsx';

/** Puts the register in the place of the plain table, once its data is there. */
export function startRegister(): void {
  const host = document.querySelector<HTMLElement>('[data-register]');
  const plain = document.querySelector<HTMLElement>('[data-register-static]');
  if (!host || !plain) return;
  fetchRegister().then(
    (data) => {
      plain.remove();
      render(<Register data={data} />, host);
    },
    () => {
      // The plain table stays: it holds the same rows.
      host.textContent = '筛选没有启动，下面是全部风险点；刷新页面可以再试。';
    },
  );
}
