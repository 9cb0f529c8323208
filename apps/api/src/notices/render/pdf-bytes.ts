import type PDFDocument from 'pdfkit';
import type { Typefaces } from './typeface.js';

type Pdf = InstanceType<typeof PDFDocument>;

/** All bytes of a document that is about to be drawn; resolves when it was ended. */
export async function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Makes the two faces known under the names by which a pen asks for them; each document embeds the part of them that it uses. */
export function registerFaces(pdf: Pdf, faces: Typefaces): void {
  pdf.registerFont('body', faces.body as unknown as PDFKit.Mixins.PDFFontSource);
  pdf.registerFont('bold', faces.bold as unknown as PDFKit.Mixins.PDFFontSource);
}
