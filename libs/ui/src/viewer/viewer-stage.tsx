import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { PageSheet } from './page-sheet.js';
import type { DocumentViewerState } from './use-document-viewer.js';
import './viewer.css';

/** Space around the sheet, in px. */
const MARGIN = 10;

export interface ViewerStageProps {
  viewer: DocumentViewerState;
  /** What stands there when there is no page: 这份材料还没有文件。 */
  empty?: string;
}

/** The grey ground with the page on it: scrolls when enlarged, drags with the pointer, Ctrl with the wheel zooms. */
export function ViewerStage({ viewer, empty = '没有文件。' }: ViewerStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  const drag = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const zoom = useRef(viewer);
  useEffect(() => {
    zoom.current = viewer;
  });

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (event.deltaY < 0) zoom.current.zoomIn();
      else zoom.current.zoomOut();
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, []);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag.current) return;
    event.currentTarget.scrollLeft = drag.current.left - (event.clientX - drag.current.x);
    event.currentTarget.scrollTop = drag.current.top - (event.clientY - drag.current.y);
  };

  const { page } = viewer;
  const sheetWidth = Math.max(0, Math.floor((width - 2 * MARGIN) * viewer.zoom));
  return (
    <div
      ref={stage}
      className={viewer.zoom > 1 ? 'ow-stage ow-stage-zoomed' : 'ow-stage'}
      tabIndex={0}
      role="region"
      aria-label={page ? `${page.file.name}，第 ${viewer.at + 1} / ${viewer.pages.length} 页` : '文件'}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target instanceof HTMLButtonElement) return;
        drag.current = { x: event.clientX, y: event.clientY, left: event.currentTarget.scrollLeft, top: event.currentTarget.scrollTop };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerLeave={() => (drag.current = null)}
    >
      {page && sheetWidth > 0 ? (
        <PageSheet
          key={`${page.key}:${viewer.attempt}`}
          page={page}
          pdf={viewer.pdfOf(page)}
          rotation={viewer.rotationOf(page)}
          width={sheetWidth}
          most={viewer.fit === 'page' ? Math.max(0, Math.floor((height - 2 * MARGIN) * viewer.zoom)) : undefined}
          onRetry={viewer.retry}
        />
      ) : null}
      {page ? null : <p className="ow-stage-empty">{empty}</p>}
    </div>
  );
}
