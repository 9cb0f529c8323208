import { PDFDocument } from '@cantoo/pdf-lib';

/** A4 in points; a picture lies on it as large as it fits, upright or across. */
const A4 = { short: 595.28, long: 841.89 };
const MARGIN = 14;

/**
 * Puts pages into one PDF, each on a sheet of A4.
 * @param pages JPEG pictures, in their order
 * @param name without extension
 */
export async function makeDocument(pages: readonly Blob[], name: string): Promise<File> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(name);
  pdf.setProducer('OneWindow');
  pdf.setCreator('OneWindow');
  for (const page of pages) {
    const picture = await pdf.embedJpg(await page.arrayBuffer());
    const isAcross = picture.width > picture.height;
    const [width, height] = isAcross ? [A4.long, A4.short] : [A4.short, A4.long];
    const scale = Math.min((width - 2 * MARGIN) / picture.width, (height - 2 * MARGIN) / picture.height);
    const size = { width: picture.width * scale, height: picture.height * scale };
    pdf.addPage([width, height]).drawImage(picture, { ...size, x: (width - size.width) / 2, y: (height - size.height) / 2 });
  }
  return new File([new Uint8Array(await pdf.save())], `${name}.pdf`, { type: 'application/pdf' });
}
