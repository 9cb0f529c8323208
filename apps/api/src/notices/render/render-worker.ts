import { parentPort, workerData } from 'node:worker_threads';
import { MissingGlyphs } from './missing-glyphs.js';
import { renderDocument } from './render-document.js';
import type { RenderAnswer, RenderRequest, RenderThreadData } from './render-messages.js';
import { openTypefaces } from './typeface.js';

// The thread's whole life: faces opened once, then one document after the other.
const faces = openTypefaces((workerData as RenderThreadData).fontsDir);
let last: Promise<void> = Promise.resolve();

async function answer(request: RenderRequest): Promise<RenderAnswer> {
  try {
    return { id: request.id, bytes: await renderDocument(request.document, faces) };
  } catch (error) {
    if (error instanceof MissingGlyphs) return { id: request.id, missing: error.characters };
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** A document's bytes are handed over, not copied. */
function send(reply: RenderAnswer): void {
  const buffer = 'bytes' in reply && reply.bytes.byteLength === reply.bytes.buffer.byteLength ? reply.bytes.buffer : null;
  parentPort?.postMessage(reply, buffer instanceof ArrayBuffer ? [buffer] : []);
}

parentPort?.on('message', (request: RenderRequest) => {
  last = last.then(async () => send(await answer(request)));
});
