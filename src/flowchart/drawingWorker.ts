// Draws what it is asked to, beside the build: Mermaid keeps one processor busy for seconds.
import module from 'node:module';
import { parentPort } from 'node:worker_threads';
import { drawHere, readyToDraw, type DrawingRequest } from './drawingRequest.ts';
import type { DrawingAnswer } from './drawingRoom.ts';

// Node 20 has none.
if (process.env.NODE_COMPILE_CACHE && 'enableCompileCache' in module) module.enableCompileCache();

const port = parentPort;
if (!port) throw new Error('started without a parent');
port.on('message', ({ key, request }: { key: string; request?: DrawingRequest }) => {
  if (!request) {
    void readyToDraw();
    return;
  }
  drawHere(request).then(
    (drawing) => port.postMessage({ key, drawing } satisfies DrawingAnswer),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      port.postMessage({ key, reason } satisfies DrawingAnswer);
    },
  );
});
