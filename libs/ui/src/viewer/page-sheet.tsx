import { useEffect, useRef, useState } from 'react';
import { SlowProgress } from '../feedback/waiting.js';
import { ErrorState } from '../feedback/empty.js';
import { useDelayed } from '../hooks/use-delayed.js';
import { Mark } from '../marks/mark.js';
import type { OpenPdf } from './pdf-engine.js';
import { fittedWidth, type Rotation, type ViewerPage } from './view-state.js';

export interface PageSheetProps {
  page: ViewerPage;
  pdf: OpenPdf | null;
  rotation: Rotation;
  /** Width of the sheet in CSS px. */
  width: number;
  /** The sheet is no higher than this, in CSS px: it may come out narrower. */
  most?: number | undefined;
  onRetry: () => void;
  /** As a thumbnail: what can't be drawn is a mark, without words and button. */
  small?: boolean;
}

/** One page drawn at a width: a picture turned by CSS, or a PDF page on a canvas. */
export function PageSheet(props: PageSheetProps) {
  const { page, pdf, onRetry, small = false } = props;
  if (small && (page.kind === 'other' || page.status === 'error')) return <Mark tone="red" />;
  if (page.kind === 'other') {
    return (
      <div className="ow-sheet-words">
        {page.file.name} 不能在这里看。<a href={page.file.url}>下载原件</a>
      </div>
    );
  }
  if (page.status === 'error') return <ErrorState onRetry={onRetry}>没有打开 {page.file.name}。文件没有取到或已损坏。</ErrorState>;
  if (page.kind === 'image') return <ImageSheet {...props} />;
  if (pdf) return <PdfSheet {...props} pdf={pdf} />;
  return small ? null : <SheetLoading name={page.file.name} width={fittedWidth(props.width, A4_RATIO, props.most)} />;
}

/** Past 300 ms a sheet of paper without words, past 3 s what is being opened. */
function SheetLoading({ name, width }: { name: string; width: number }) {
  const shown = useDelayed(true, 300);
  return (
    <div
      className={shown ? 'ow-sheet ow-sheet-loading' : 'ow-sheet-loading'}
      role="status"
      aria-label={`正在打开 ${name}`}
      style={{ width, height: width * A4_RATIO }}
    >
      {shown ? <span /> : null}
      {shown ? <span /> : null}
      <SlowProgress doing={`正在打开 ${name}`} />
    </div>
  );
}

/** Most papers are; the sheet takes its real shape once it is read. */
const A4_RATIO = 1.414;

function ImageSheet({ page, rotation, width: widest, most, onRetry, small }: PageSheetProps) {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const isTurned = rotation === 90 || rotation === 270;
  if (failed && small) return <Mark tone="red" />;
  if (failed) return <ErrorState onRetry={onRetry}>没有打开 {page.file.name}。文件没有取到或已损坏。</ErrorState>;
  const ratio = size ? size.height / size.width : A4_RATIO;
  const width = fittedWidth(widest, isTurned ? 1 / ratio : ratio, most);
  const boxHeight = isTurned ? width / ratio : width * ratio;
  return (
    <div className="ow-sheet" style={{ width, height: boxHeight, visibility: size ? 'visible' : 'hidden' }}>
      <img
        src={page.file.url}
        alt={`${page.file.name} 第 ${page.number} 页`}
        draggable={false}
        style={{
          ...(small ? { width: '100%', height: '100%' } : { width: isTurned ? boxHeight : width }),
          transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
        }}
        onLoad={(event) => setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })}
        onError={() => setFailed(true)}
      />
    </div>
  );
}

function PdfSheet({ page, pdf, rotation, width: widest, most, onRetry, small }: PageSheetProps & { pdf: OpenPdf }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ratio, setRatio] = useState(A4_RATIO);
  const width = fittedWidth(widest, ratio, most);
  const drawing = `${page.key}:${rotation}:${width}`;
  const [failedDrawing, setFailedDrawing] = useState<string | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      const shape = await pdf.ratio(page.number, rotation);
      if (stop.signal.aborted || !canvas.current) return;
      setRatio(shape);
      await pdf.draw(page.number, canvas.current, { width, rotation, signal: stop.signal });
    })().catch(() => {
      if (!stop.signal.aborted) setFailedDrawing(drawing);
    });
    return () => stop.abort();
  }, [pdf, page.number, rotation, width, drawing]);

  if (failedDrawing === drawing && small) return <Mark tone="red" />;
  if (failedDrawing === drawing) return <ErrorState onRetry={onRetry}>{`没有画出 ${page.file.name} 第 ${page.number} 页。`}</ErrorState>;
  return (
    <div className="ow-sheet" style={{ width, height: width * ratio }}>
      <canvas key={drawing} ref={canvas} role="img" aria-label={`${page.file.name} 第 ${page.number} 页`} />
    </div>
  );
}
