import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';

type Pdf = InstanceType<typeof PDFDocument>;

/** More pixels than any seal needs: 42 mm at 2,400 dpi. */
const LARGEST_SIDE = 4_000;
/** Where a PNG says how large it is. */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** A picture with its transparency, ready to be put into any number of documents. */
export interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Deflated RGB. */
  readonly colours: Buffer;
  /** Deflated, one byte a pixel. */
  readonly opacity: Buffer;
}

/** Decodes a PNG once; null for what is none, is broken, or claims more pixels than any picture of ours has. */
export function decodePicture(bytes: Buffer, name: string): Picture | null {
  if (bytes.length < HEIGHT_AT + 4) return null;
  if (Math.max(bytes.readUInt32BE(WIDTH_AT), bytes.readUInt32BE(HEIGHT_AT)) > LARGEST_SIDE) return null;
  try {
    const { width, height, data } = PNG.sync.read(bytes);
    const [colours, opacity] = [Buffer.alloc(width * height * 3), Buffer.alloc(width * height)];
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      data.copy(colours, pixel * 3, pixel * 4, pixel * 4 + 3);
      opacity[pixel] = data[pixel * 4 + 3] ?? 0;
    }
    return { name, width, height, colours: deflateSync(colours), opacity: deflateSync(opacity) };
  } catch {
    return null;
  }
}

/** Draws a picture into a square centred at (x, y), `side` points. */
export function drawPicture(pdf: Pdf, picture: Picture, x: number, y: number, side: number): void {
  const scale = side / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  pdf.image(imageIn(pdf, picture), x - width / 2, y - height / 2, { width, height });
}

/** The picture as one document holds it: PDFKit takes an opened image of its own kind. */
function imageIn(pdf: Pdf, { name, width, height, colours, opacity }: Picture): string {
  const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, Filter: 'FlateDecode' };
  const mask = pdf.ref({ ...common, ColorSpace: 'DeviceGray', Decode: [0, 1] });
  mask.end(opacity);
  const obj = pdf.ref({ ...common, ColorSpace: 'DeviceRGB', SMask: mask });
  obj.end(colours);
  return { label: `Seal${name.replace(/\W/g, '')}`, width, height, obj } as unknown as string;
}
