import type { ReviewPoint } from '@onewindow/contracts';
import { Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { POINT_LABELS } from './point-states.js';

export interface PointsListProps {
  points: readonly ReviewPoint[];
  /** Where 空格 acts. */
  at: number;
  /** The keys act in this pane. */
  active: boolean;
  editable: boolean;
  onTick: (at: number) => void;
  onNote: (at: number, note: string) => void;
}

/** The review points: 符合, 不符合 or 待答复, each with a note of one line. */
export function PointsList({ points, at, active, editable, onTick, onNote }: PointsListProps) {
  return (
    <ul className="bo-points" aria-label="审查要点">
      {points.map((point, index) => (
        <Point
          key={point.text}
          point={point}
          focused={active && index === at}
          editable={editable}
          onTick={() => onTick(index)}
          onNote={(note) => onNote(index, note)}
        />
      ))}
    </ul>
  );
}

interface PointProps {
  point: ReviewPoint;
  focused: boolean;
  editable: boolean;
  onTick: () => void;
  onNote: (note: string) => void;
}

function Point({ point, focused, editable, onTick, onNote }: PointProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  return (
    <li ref={row} className={focused ? 'bo-point ow-row-focus' : 'bo-point'} aria-current={focused ? 'true' : undefined}>
      <Checkbox
        checked={point.state === 'met'}
        indeterminate={point.state === 'pending' || point.state === 'unmet'}
        className={`bo-point-box bo-point-box-${point.state}`}
        disabled={!editable}
        aria-label={`${point.text}：${POINT_LABELS[point.state]}`}
        onChange={onTick}
      />
      <span className="bo-point-words">
        <span onClick={editable ? onTick : undefined}>{point.text}</span>
        <Note note={point.note} editable={editable} label={point.text} onNote={onNote} />
      </span>
      <span className={`bo-point-state bo-point-${point.state}`}>{POINT_LABELS[point.state]}</span>
    </li>
  );
}

/** Where it was seen or what is wrong: 设计方案图 3/4. Pressed, it becomes a field. */
function Note({
  note,
  editable,
  label,
  onNote,
}: {
  note: string | null;
  editable: boolean;
  label: string;
  onNote: (note: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed !== null) {
    const keep = () => {
      onNote(typed.trim());
      setTyped(null);
    };
    return (
      <Input
        size="small"
        autoFocus
        value={typed}
        maxLength={200}
        aria-label={`${label}：说明`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
    );
  }
  if (!editable) return note ? <span className="bo-point-note">{note}</span> : null;
  return (
    <button type="button" className="bo-point-note bo-point-note-button" onClick={() => setTyped(note ?? '')}>
      {note ?? '写说明'}
    </button>
  );
}
