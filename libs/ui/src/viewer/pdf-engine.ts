import { getDocument, GlobalWorkerOptions, RenderingCancelledException, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { Rotation } from './view-state.js';

GlobalWorkerOptions.workerPort = null;
GlobalWorkerOptions.workerSrc = workerUrl;

/** Character maps of Chinese fonts that a PDF names without embedding them, and the decoders of scanned images. */
const RESOURCES = {
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/{Adobe-GB1,GB,UniGB}*.bcmap', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
};
const URL_BY_NAME = new Map(Object.entries(RESOURCES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

/** Hands the bundled files to pdf.js by name; it would look for them in a folder. */
class BundledFiles {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = URL_BY_NAME.get(filename);
    if (url === undefined) throw new Error(`pdf.js asked for ${filename}, which is not bundled`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** How one page is to be drawn. */
export interface PageDrawing {
  /** Width of the drawn page in CSS px. */
  width: number;
  rotation: Rotation;
  signal: AbortSignal;
}

/** An opened PDF. */
export interface OpenPdf {
  pages: number;
  /** Height divided by width of a page at that rotation. */
  ratio: (page: number, rotation: Rotation) => Promise<number>;
  /** Draws a page; false when it was called off. */
  draw: (page: number, canvas: HTMLCanvasElement, drawing: PageDrawing) => Promise<boolean>;
  close: () => void;
}

/** Larger canvases fail silently in some browsers. */
const MOST_PIXELS = 16_000_000;

/** Opens a PDF by streaming; rejects when it can't be fetched or is none. */
export async function openPdf(url: string): Promise<OpenPdf> {
  const task = getDocument({ url, BinaryDataFactory: BundledFiles, useWorkerFetch: false, isEvalSupported: false, enableXfa: false });
  const pdf: PDFDocumentProxy = await task.promise;
  return {
    pages: pdf.numPages,
    ratio: async (number, rotation) => {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
      return height / width;
    },
    draw: async (number, canvas, { width, rotation, signal }) => {
      const page = await pdf.getPage(number);
      if (signal.aborted) return false;
      const turn = (page.rotate + rotation) % 360;
      const natural = page.getViewport({ scale: 1, rotation: turn });
      const wanted = (width / natural.width) * window.devicePixelRatio;
      const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (natural.width * natural.height)));
      const viewport = page.getViewport({ scale, rotation: turn });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const rendering = page.render({ canvas, viewport });
      signal.addEventListener('abort', () => rendering.cancel(), { once: true });
      try {
        await rendering.promise;
        return true;
      } catch (error) {
        if (error instanceof RenderingCancelledException) return false;
        throw error;
      }
    },
    close: () => void task.destroy(),
  };
}
