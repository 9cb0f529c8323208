import { parentPort, workerData } from 'node:worker_threads';
import { markAcross } from './mark-across.js';
import { markCopy } from './mark-copy.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { PaperSourceBroken } from './paper-source-broken.js';
import { type PaperSources, renderDocument } from './render-document.js';
import type { RenderAnswer, RenderRequest, RenderThreadData } from './render-messages.js';
import { sealImagesIn } from './seal-images.js';
import { openTypefaces, type Typefaces } from './typeface.js';

// The thread's whole life: faces opened once, then one document after the other.
const { fontsDir, sealsDir } = workerData as RenderThreadData;
const seals = sealImagesIn(sealsDir);
let opened: Typefaces | undefined;
let last: Promise<void> = Promise.resolve();

function sources(): PaperSources {
  opened ??= openTypefaces(fontsDir);
  return { faces: opened, seals };
}

async function answer(request: RenderRequest): Promise<RenderAnswer> {
  const { id } = request;
  try {
    if ('document' in request) return { id, bytes: await renderDocument(request.document, sources()) };
    const lay = request.mark.across === true ? markAcross : markCopy;
    return { id, bytes: await lay(request.original, request.mark, sources().faces) };
  } catch (error) {
    if (error instanceof MissingGlyphs) return { id, missing: error.characters };
    if (error instanceof PaperSourceBroken) return { id, broken: error.source };
    return { id, error: error instanceof Error ? error.message : String(error) };
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
