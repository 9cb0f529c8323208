import { ProblemException } from '../http/problems.js';
import { isWholePdf, isWholePicture, isWholeWebp, LastMark, PICTURE_ENDS } from './end-of-file.js';
import { type PixelSize, pixelSizeOf } from './image-size.js';
import type { MaterialMediaType } from './media-type.js';
import { type PdfTrouble, pdfTrouble } from './pdf-check.js';

/** A0 at 300 dpi is 140 megapixels; a header that declares more is a bomb, whatever the file's size. */
const MOST_PIXELS = 150_000_000;
/** Photographs carry their size behind colour profiles and previews. */
const IMAGE_HEAD = 1024 * 1024;

const PDF_WORDS = {
  encrypted: 'PDF 设了密码或加密，看不了内容。去掉密码后重新上传',
  script: 'PDF 里有脚本或活动内容，不能收。打印成普通 PDF 后重新上传',
  launch: 'PDF 里有打开程序或外部文件的动作，不能收。打印成普通 PDF 后重新上传',
  attachment: 'PDF 里夹带了别的文件，不能收。把附件单独上传',
  packed: 'PDF 的内容读不出来，不能确认安全。打印成普通 PDF 后重新上传',
} as const satisfies Record<PdfTrouble, string>;

/** A scanner was still writing, or a copy broke off: whoever opens it later sees half a paper or none. */
function cutOff(): ProblemException {
  return new ProblemException(422, 'upload.file-cut-off', '文件不完整，后面缺了一段。等扫描保存完再选，或重新扫描。');
}

/** Watches a file pass by and says afterwards whether its content may be kept. */
export class ContentWitness {
  private readonly chunks: Buffer[] = [];
  private seen = 0;
  private readonly end: LastMark | null;

  constructor(private readonly mediaType: MaterialMediaType) {
    this.end = mediaType === 'image/png' || mediaType === 'image/jpeg' ? new LastMark(PICTURE_ENDS[mediaType]) : null;
  }

  /** @throws ProblemException (422) in words: `upload.pdf-script`, `upload.image-too-large`, `upload.file-cut-off`, … */
  requireFit(): void {
    const bytes = Buffer.concat(this.chunks);
    if (this.mediaType === 'application/pdf') {
      const trouble = pdfTrouble(bytes);
      if (trouble) throw new ProblemException(422, `upload.pdf-${trouble}`, `${PDF_WORDS[trouble]}。`);
      if (!isWholePdf(bytes)) throw cutOff();
      return;
    }
    const size = pixelSizeOf(bytes, this.mediaType);
    if (!size || size.width === 0 || size.height === 0)
      throw new ProblemException(422, 'upload.image-damaged', '图片已损坏，打不开。请重新扫描或拍摄。');
    const { width, height } = size;
    if (width * height > MOST_PIXELS) {
      const words = `图片声称有 ${width}×${height} 像素，超出可看的范围。请按 300 dpi 重新扫描。`;
      throw new ProblemException(422, 'upload.image-too-large', words, undefined, { width, height });
    }
    if (!this.isWhole(bytes, size)) throw cutOff();
  }

  private isWhole(head: Buffer, size: PixelSize): boolean {
    return this.end === null ? isWholeWebp(head, this.seen) : isWholePicture(size, this.end);
  }

  /** The same chunks, witnessed. */
  async *watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const enough = this.mediaType === 'application/pdf' ? Number.POSITIVE_INFINITY : IMAGE_HEAD;
    for await (const chunk of chunks) {
      if (this.seen < enough) this.chunks.push(chunk);
      this.seen += chunk.length;
      this.end?.see(chunk);
      yield chunk;
    }
  }
}
