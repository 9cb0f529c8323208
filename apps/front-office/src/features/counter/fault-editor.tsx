import { Button, Kbd, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';

export interface FaultEditorProps {
  materialName: string;
  /** The version's review points: a press takes one as the reason. */
  points: readonly string[];
  initial: string;
  onRecord: (reason: string) => void;
  onCancel: () => void;
}

/** 有误 asks which review point and in which words; Alt and a digit takes a point, Enter records. */
export function FaultEditor({ materialName, points, initial, onRecord, onCancel }: FaultEditorProps) {
  const [reason, setReason] = useState(initial);
  // Review points say how it should be; the reason says that it is not.
  const take = (point: string) => {
    const fault = `不符合“${point}”`;
    const parts = reason.split('；').filter((part) => part.trim() !== '');
    if (!parts.includes(fault)) setReason([...parts, fault].join('；'));
  };
  const bindings = Object.fromEntries(points.slice(0, 9).map((point, i) => [`Alt+${i + 1}`, { label: point, run: () => take(point) }]));
  useKeys({ ...bindings, Escape: { label: '不改', run: onCancel, hidden: true } }, { title: '有误的原因', scope: 'panel' });

  function record(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() !== '') onRecord(reason.trim());
  }

  return (
    <form className="fo-fault" onSubmit={record} onClick={(event) => event.stopPropagation()} aria-label={`${materialName}有误的原因`}>
      <div className="fo-fault-line">
        <Input
          size="small"
          autoFocus
          value={reason}
          maxLength={300}
          aria-label="有误的原因"
          placeholder="写明哪里有误，怎样改"
          onChange={(event) => setReason(event.target.value)}
        />
        <Button size="small" label="记有误" keys="Enter" printOnly submit disabled={reason.trim() === ''} onClick={() => undefined} />
        <Button size="small" label="不改" keys="Escape" printOnly onClick={onCancel} />
      </div>
      {points.length > 0 ? (
        <ul className="fo-fault-points">
          {points.map((point, index) => (
            <li key={point}>
              <button type="button" className="fo-fault-point" onMouseDown={(event) => event.preventDefault()} onClick={() => take(point)}>
                {index < 9 ? <Kbd keys={`Alt+${index + 1}`} /> : null}
                {point}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}
