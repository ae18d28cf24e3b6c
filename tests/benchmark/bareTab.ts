import type { Browser } from 'playwright-core';

/** A tab of its own browser profile, told what to do by messages alone. */
export interface BareTab {
  /** @throws Error when the browser does not do it. */
  send<T>(method: string, params?: object): Promise<T>;
  /** Opens a page, and is done when it has loaded. */
  open(url: string): Promise<void>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Opens a tab that is looked at no more than is told here. A page of Playwright's has a second world
 * for scripts, and its debugger copies each file as it arrives: on the slow machine of the benchmark
 * a wall's first paint comes 70 ms later in it, and the largest 30 to 70 ms.
 */
export async function openBareTab(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
): Promise<BareTab> {
  const control = await browser.newBrowserCDPSession();
  const { browserContextId } = await control.send('Target.createBrowserContext');
  const { targetId } = await control.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    ...viewport,
  });
  const { sessionId } = await control.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (message: Message) => void>();
  let whenLoaded: () => void = () => undefined;
  let last = 0;
  control.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === 'Page.loadEventFired') whenLoaded();
  });

  const send = <T>(method: string, params: object = {}) =>
    new Promise<T>((done, failed) => {
      const id = (last += 1);
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) failed(new Error(`${method}：${error.message}`));
        else done(result as T);
      });
      const message = JSON.stringify({ id, method, params });
      control.send('Target.sendMessageToTarget', { sessionId, message }).catch(failed);
    });

  await send('Emulation.setDeviceMetricsOverride', {
    ...viewport,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await send('Page.enable');
  return {
    send,
    async open(url) {
      const loaded = new Promise<void>((done) => {
        whenLoaded = done;
      });
      await send('Page.navigate', { url });
      await loaded;
    },
    async close() {
      await control.send('Target.disposeBrowserContext', { browserContextId });
      await control.detach();
    },
  };
}
