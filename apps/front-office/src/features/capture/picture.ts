import { type CapturedPage, type Crop, LOOK_WIDTH, sheetOf } from './pages.js';

const JPEG = 'image/jpeg';
const QUALITY = 0.88;

function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  return { canvas, pen };
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture was not made'))), JPEG, QUALITY),
  );
}

/** The camera's picture at this moment. */
export async function takePicture(video: HTMLVideoElement): Promise<Blob> {
  const { canvas, pen } = canvasOf(video.videoWidth, video.videoHeight);
  pen.drawImage(video, 0, 0);
  return await jpegOf(canvas);
}

/** The page as it will be in the document: cropped, then turned. */
export async function bake({ source, rotation, crop }: Pick<CapturedPage, 'source' | 'rotation' | 'crop'>): Promise<Blob> {
  if (rotation === 0 && crop === null) return source;
  const picture = await createImageBitmap(source);
  const part = crop ?? { x: 0, y: 0, width: 1, height: 1 };
  const [width, height] = [part.width * picture.width, part.height * picture.height];
  const isTurned = rotation === 90 || rotation === 270;
  const { canvas, pen } = canvasOf(isTurned ? height : width, isTurned ? width : height);
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((rotation * Math.PI) / 180);
  pen.drawImage(picture, part.x * picture.width, part.y * picture.height, width, height, -width / 2, -height / 2, width, height);
  picture.close();
  return await jpegOf(canvas);
}

/** Where the sheet lies in a picture; null when it fills the picture or can't be told. */
export async function findSheet(source: Blob): Promise<Crop | null> {
  const picture = await createImageBitmap(source);
  const height = Math.max(1, Math.round((LOOK_WIDTH * picture.height) / picture.width));
  const { pen } = canvasOf(LOOK_WIDTH, height);
  pen.drawImage(picture, 0, 0, LOOK_WIDTH, height);
  picture.close();
  const { data } = pen.getImageData(0, 0, LOOK_WIDTH, height);
  const grey = new Uint8ClampedArray(LOOK_WIDTH * height);
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0);
  }
  return sheetOf(grey, LOOK_WIDTH, height);
}
