// Draws what it is asked to, beside the build: Mermaid keeps one processor busy for seconds.
import { parentPort } from 'node:worker_threads';
import { drawHere, type DrawingRequest } from './drawingRequest.ts';
import type { DrawingAnswer } from './drawingRoom.ts';

const port = parentPort;
if (!port) throw new Error('started without a parent');
port.on('message', ({ key, request }: { key: string; request: DrawingRequest }) => {
  drawHere(request).then(
    (drawing) => port.postMessage({ key, drawing } satisfies DrawingAnswer),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      port.postMessage({ key, reason } satisfies DrawingAnswer);
    },
  );
});
