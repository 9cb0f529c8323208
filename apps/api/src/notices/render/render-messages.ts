import type { PrintedDocument } from '../document/document-model.js';

/** What the thread is started with. */
export interface RenderThreadData {
  readonly fontsDir: string;
}

export interface RenderRequest {
  readonly id: number;
  readonly document: PrintedDocument;
}

/** The PDF, the characters that can't be printed, or what went wrong. */
export type RenderAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly missing: readonly string[] }
  | { readonly id: number; readonly error: string };
