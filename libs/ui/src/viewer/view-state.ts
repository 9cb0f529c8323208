/** A file to look at: a material, a notice, a result. */
export interface ViewerFile {
  id: string;
  name: string;
  /** Where the bytes are; same origin, the session's cookie goes along. */
  url: string;
  /** `application/pdf` or an image type. */
  mediaType: string;
}

/** What is known of a PDF while it is opened. */
export type PdfState = { status: 'loading' } | { status: 'ready'; pages: number } | { status: 'error' };

/** One page on the pile: an image is one page, a PDF as many as it has. */
export interface ViewerPage {
  key: string;
  file: ViewerFile;
  kind: 'image' | 'pdf' | 'other';
  /** From 1, within its file. */
  number: number;
  status: 'ready' | 'loading' | 'error';
}

/** Quarter turns clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** Zoom is relative to the width of the stage: 1 fits the width. */
export const ZOOM_STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 6] as const;

/** The next larger step. */
export function zoomedIn(zoom: number): number {
  return ZOOM_STEPS.find((step) => step > zoom + 0.001) ?? zoom;
}

/** The next smaller step. */
export function zoomedOut(zoom: number): number {
  return ZOOM_STEPS.findLast((step) => step < zoom - 0.001) ?? zoom;
}

/** A quarter turn clockwise. */
export function turned(rotation: Rotation): Rotation {
  return ((rotation + 90) % 360) as Rotation;
}

/** A quarter turn back. */
export function turnedBack(rotation: Rotation): Rotation {
  return ((rotation + 270) % 360) as Rotation;
}

/** How a pile lies on the stage. */
export interface PilePlace {
  at: number;
  zoom: number;
  /** What zoom 1 fits: the width of the stage, or the whole page into it. */
  fit: 'width' | 'page';
}

export const FIRST_PLACE: PilePlace = { at: 0, zoom: 1, fit: 'width' };

/** 适宽, pressed again 整页: a page that already fits the width is shown whole. */
export function nextFit({ zoom, fit, at }: PilePlace): PilePlace {
  return { at, zoom: 1, fit: zoom === 1 && fit === 'width' ? 'page' : 'width' };
}

/** The width of a sheet whose height may not exceed `most` px. Both in CSS px; `ratio` is height by width. */
export function fittedWidth(width: number, ratio: number, most: number | undefined): number {
  return most === undefined ? width : Math.min(width, Math.floor(most / ratio));
}

/** The pages of all files in order. A PDF that is still being opened, or can't be, stands as one page with its status. */
export function pagesOf(files: readonly ViewerFile[], pdfs: Readonly<Record<string, PdfState>>): ViewerPage[] {
  return files.flatMap((file): ViewerPage[] => {
    if (file.mediaType.startsWith('image/')) return [{ key: file.id, file, kind: 'image', number: 1, status: 'ready' }];
    if (file.mediaType !== 'application/pdf') return [{ key: file.id, file, kind: 'other', number: 1, status: 'error' }];
    const pdf = pdfs[file.id] ?? { status: 'loading' };
    if (pdf.status !== 'ready') return [{ key: file.id, file, kind: 'pdf', number: 1, status: pdf.status }];
    return Array.from({ length: pdf.pages }, (_, at): ViewerPage => ({
      key: `${file.id}:${at + 1}`,
      file,
      kind: 'pdf',
      number: at + 1,
      status: 'ready',
    }));
  });
}
