import { useEffect, useImperativeHandle, useRef, useState, type PointerEvent, type Ref } from 'react';
import { COLORS } from '../theme/tokens.js';
import { useKeys } from '../keys/use-keys.js';
import { isStroke, onPaper, type PadSize, strokePath, type PenPoint } from './strokes.js';
import './signature-pad.css';

/** What the screen may do with a pad. */
export interface SignaturePadHandle {
  /** The signature as PNG on transparent ground, twice the size on screen; null when nothing was signed. */
  toBlob: () => Promise<Blob | null>;
  clear: () => void;
}

export interface SignaturePadProps {
  ref?: Ref<SignaturePadHandle>;
  /** Told when the pad gets its first stroke or is emptied. */
  onSignedChange?: (signed: boolean) => void;
  disabled?: boolean;
  /** What is signed, read aloud: 取件人签名. */
  label?: string;
}

/** A field to sign in with pen, finger or mouse; Del clears it (重签). Touches without a stroke leave nothing. */
export function SignaturePad({ ref, onSignedChange, disabled = false, label = '取件人签名' }: SignaturePadProps) {
  const area = useRef<SVGSVGElement>(null);
  const [strokes, setStrokes] = useState<PenPoint[][]>([]);
  const [drawing, setDrawing] = useState<readonly PenPoint[] | null>(null);
  /** The pad's size when the signature began: it stays whole where the pad is made smaller or larger. */
  const [paper, setPaper] = useState<PadSize | null>(null);
  /** The stroke under the pen; several moves come between two renderings. */
  const pen = useRef<PenPoint[] | null>(null);
  const signed = strokes.length > 0;
  const told = useRef(false);

  useEffect(() => {
    if (told.current === signed) return;
    told.current = signed;
    onSignedChange?.(signed);
  }, [signed, onSignedChange]);

  const clear = () => {
    pen.current = null;
    setStrokes([]);
    setPaper(null);
    setDrawing(null);
  };
  useKeys({ Delete: { label: '重签', run: clear } }, { title: label, scope: 'pane', enabled: signed && !disabled });
  useImperativeHandle(ref, () => ({
    clear,
    toBlob: () => (signed && paper ? drawSignature(strokes, paper) : Promise.resolve(null)),
  }));

  function draw(event: PointerEvent, begins: boolean) {
    const box = event.currentTarget.getBoundingClientRect();
    const size = { width: box.width, height: box.height };
    const sheet = strokes.length > 0 || !begins ? (paper ?? size) : size;
    if (begins) setPaper(sheet);
    const moves = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const points = (moves.length > 0 && !begins ? moves : [event.nativeEvent]).map(({ clientX, clientY }) =>
      onPaper({ x: clientX - box.left, y: clientY - box.top }, size, sheet),
    );
    pen.current = begins ? points : [...(pen.current ?? []), ...points];
    setDrawing(pen.current);
  }

  function lift() {
    const stroke = pen.current;
    pen.current = null;
    setDrawing(null);
    if (stroke && isStroke(stroke)) setStrokes((all) => [...all, stroke]);
  }

  return (
    <div className="ow-signature">
      <svg
        ref={area}
        role="img"
        aria-label={signed ? `${label}：已签` : `${label}：未签，用笔或手指在此签名`}
        onPointerDown={(event) => {
          if (disabled || event.button > 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event, true);
        }}
        onPointerMove={(event) => {
          if (pen.current) draw(event, false);
        }}
        onPointerUp={lift}
        onPointerCancel={() => {
          pen.current = null;
          setDrawing(null);
        }}
      >
        <line className="ow-signature-line" x1="6%" x2="94%" y1="84%" y2="84%" />
        <svg viewBox={paper ? `0 0 ${paper.width} ${paper.height}` : undefined}>
          {[...strokes, ...(drawing ? [drawing] : [])].map((points, index) => (
            <path key={index} d={strokePath(points)} />
          ))}
        </svg>
        {signed || drawing ? null : (
          <text x="50%" y="50%" textAnchor="middle">
            在此签名
          </text>
        )}
      </svg>
    </div>
  );
}

function drawSignature(strokes: readonly PenPoint[][], { width, height }: PadSize): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.scale(2, 2);
  pen.lineWidth = 3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = COLORS.topBar;
  for (const points of strokes) pen.stroke(new Path2D(strokePath(points)));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
