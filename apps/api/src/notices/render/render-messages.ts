import type { CopyMark, PrintedDocument } from '../document/document-model.js';

/** What the thread is started with. */
export interface RenderThreadData {
  readonly fontsDir: string;
  readonly sealsDir: string;
}

/** A document to be set, or a mark to be laid over a copy of finished bytes. */
export type RenderWork = { readonly document: PrintedDocument } | { readonly original: Uint8Array; readonly mark: CopyMark };

export type RenderRequest = { readonly id: number } & RenderWork;

/** The PDF, the characters that can't be printed, the file that can't be read, or what went wrong. */
export type RenderAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly missing: readonly string[] }
  | { readonly id: number; readonly broken: string }
  | { readonly id: number; readonly error: string };
