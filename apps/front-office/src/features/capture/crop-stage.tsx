import { useRef, useState, type PointerEvent } from 'react';
import { type Crop, dragCrop } from './pages.js';

export interface CropStageProps {
  url: string;
  label: string;
  /** In shares of what is shown. */
  onCrop: (part: Crop) => void;
}

interface Point {
  x: number;
  y: number;
}

/** A page on which a rectangle can be drawn: what lies within stays. */
export function CropStage({ url, label, onCrop }: CropStageProps) {
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const pointOf = (event: PointerEvent): Point => {
    const bounds = box.current?.getBoundingClientRect();
    if (!bounds) return { x: 0, y: 0 };
    return { x: (event.clientX - bounds.left) / bounds.width, y: (event.clientY - bounds.top) / bounds.height };
  };
  const part = drag ? dragCrop(drag.from, drag.to) : null;
  return (
    <div
      ref={box}
      className="fo-capture-page"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const from = pointOf(event);
        setDrag({ from, to: from });
      }}
      onPointerMove={(event) => {
        if (drag) setDrag({ ...drag, to: pointOf(event) });
      }}
      onPointerUp={() => {
        setDrag(null);
        if (part) onCrop(part);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      <img src={url} alt={label} draggable={false} />
      {part ? (
        <span
          className="fo-capture-crop"
          style={{ left: `${part.x * 100}%`, top: `${part.y * 100}%`, width: `${part.width * 100}%`, height: `${part.height * 100}%` }}
        />
      ) : null}
    </div>
  );
}
