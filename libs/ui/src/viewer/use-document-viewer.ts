import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OpenPdf } from './pdf-engine.js';
import {
  FIRST_PLACE,
  nextFit,
  pagesOf,
  turned,
  turnedBack,
  zoomedIn,
  zoomedOut,
  type PdfState,
  type PilePlace,
  type Rotation,
  type ViewerFile,
  type ViewerPage,
} from './view-state.js';

/** What the tools, the stage and the thumbnails of one viewer share. */
export interface DocumentViewerState {
  pages: readonly ViewerPage[];
  /** Index of the page on the stage. */
  at: number;
  page: ViewerPage | null;
  zoom: number;
  fit: PilePlace['fit'];
  rotationOf: (page: ViewerPage) => Rotation;
  pdfOf: (page: ViewerPage) => OpenPdf | null;
  /** Counts the tries, so that a picture is fetched anew. */
  attempt: number;
  goTo: (at: number) => void;
  next: () => void;
  previous: () => void;
  rotate: () => void;
  rotateBack: () => void;
  /** 适宽; pressed again the whole page. */
  fitWidth: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  retry: () => void;
}

type Opened = Record<string, { state: PdfState; pdf: OpenPdf | null }>;

/**
 * Holds one pile of pages: which lies on top, how large, turned how. PDFs are opened when they are on the pile; pdf.js loads only then.
 * @param files in the order of the pile; keep the array stable between renders
 * @param pile names the pile: another one begins at its first page. By default the first file; a page added behind leaves the view where it is
 * @param remembers a pile seen before lies as it was left: page, zoom, fit
 */
export function useDocumentViewer(files: readonly ViewerFile[], pile: string = files[0]?.id ?? '', remembers = false): DocumentViewerState {
  const [opened, setOpened] = useState<Opened>({});
  const [places, setPlaces] = useState<Readonly<Record<string, PilePlace>>>({});
  const [turns, setTurns] = useState<Record<string, Rotation>>({});
  const [attempt, setAttempt] = useState(0);
  const pdfFiles = files.filter((file) => file.mediaType === 'application/pdf');
  const pdfKey = pdfFiles.map((file) => `${file.id} ${file.url}`).join('\n');

  useEffect(() => {
    let left = false;
    const open: OpenPdf[] = [];
    setOpened({});
    for (const line of pdfKey.split('\n').filter(Boolean)) {
      const [id = '', url = ''] = line.split(' ');
      void import('./pdf-engine.js')
        .then(({ openPdf }) => openPdf(url))
        .then((pdf) => {
          if (left) return pdf.close();
          open.push(pdf);
          setOpened((all) => ({ ...all, [id]: { state: { status: 'ready', pages: pdf.pages }, pdf } }));
        })
        .catch(() => {
          if (!left) setOpened((all) => ({ ...all, [id]: { state: { status: 'error' }, pdf: null } }));
        });
    }
    return () => {
      left = true;
      for (const pdf of open) pdf.close();
    };
  }, [pdfKey, attempt]);

  const [shownPile, setShownPile] = useState(pile);
  if (shownPile !== pile) {
    setShownPile(pile);
    if (!remembers) setPlaces({});
  }
  const place = places[pile] ?? FIRST_PLACE;
  const move = useCallback(
    (to: (place: PilePlace) => PilePlace) => setPlaces((all) => ({ ...all, [pile]: to(all[pile] ?? FIRST_PLACE) })),
    [pile],
  );

  const pages = useMemo(
    () => pagesOf(files, Object.fromEntries(Object.entries(opened).map(([id, { state }]) => [id, state]))),
    [files, opened],
  );
  const at = Math.max(0, Math.min(place.at, pages.length - 1));
  const page = pages[at] ?? null;
  const goTo = useCallback(
    (to: number) => move((one) => ({ ...one, at: Math.max(0, Math.min(to, pages.length - 1)) })),
    [move, pages.length],
  );

  return {
    pages,
    at,
    page,
    zoom: place.zoom,
    fit: place.fit,
    attempt,
    rotationOf: (of) => turns[of.key] ?? 0,
    pdfOf: (of) => opened[of.file.id]?.pdf ?? null,
    goTo,
    next: () => goTo(at + 1),
    previous: () => goTo(at - 1),
    rotate: () => {
      if (page) setTurns((all) => ({ ...all, [page.key]: turned(all[page.key] ?? 0) }));
    },
    rotateBack: () => {
      if (page) setTurns((all) => ({ ...all, [page.key]: turnedBack(all[page.key] ?? 0) }));
    },
    fitWidth: () => move(nextFit),
    zoomIn: () => move((one) => ({ ...one, zoom: zoomedIn(one.zoom) })),
    zoomOut: () => move((one) => ({ ...one, zoom: zoomedOut(one.zoom) })),
    retry: () => setAttempt((tries) => tries + 1),
  };
}
