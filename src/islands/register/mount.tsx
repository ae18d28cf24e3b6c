import { fetchData } from '../../browser/data.ts';
import { mountIsland } from '../../browser/mountIsland.ts';
import { Message } from '../controls/Message.tsx';
import { faultText } from '../../model/published/fetched.ts';
import { Register } from './Register.tsx';

const host = '[data-register]';

/** Puts the register in the place of the plain table, once its data is there and it is drawn. */
export function startRegister(): void {
  void fetchData('register').then((fetched) => {
    if (fetched.status === 'present') {
      const { data } = fetched;
      mountIsland({
        host,
        island: () => <Register data={data} />,
        standIn: '[data-register-static]',
      });
      return;
    }
    // The plain table stays: it holds the same rows.
    mountIsland({
      host,
      island: () => (
        <Message isFault role="status">
          筛选没有启动，下面是全部风险点。{faultText(fetched.fault)}
        </Message>
      ),
    });
  });
}
