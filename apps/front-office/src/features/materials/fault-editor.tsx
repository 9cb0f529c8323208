import { type MaterialFault, togglePoint } from '@onewindow/domain';
import { Button, Kbd, useKeptValue, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import type { FormEvent } from 'react';
import './fault-editor.css';

export interface FaultEditorProps {
  /** `aboutFault` of the case and the material: what is being written outlasts the editor and a reload. */
  about: string;
  materialName: string;
  /** The version's review points. */
  points: readonly string[];
  initial: MaterialFault;
  /** Why it can't be recorded now; undefined while it can. */
  hindrance?: string | undefined;
  busy?: boolean;
  onRecord: (fault: MaterialFault) => void;
  onCancel: () => void;
}

export const NO_FAULT: MaterialFault = { points: [], words: '' };

/** 有误: which review points it fails, and words beside; Alt and a digit ticks a point, Enter records, and so does Ctrl+Enter. */
export function FaultEditor({ about, materialName, points, initial, hindrance, busy = false, onRecord, onCancel }: FaultEditorProps) {
  const [fault, change] = useKeptValue(about, initial);
  const toggle = (point: string) => change({ ...fault, points: togglePoint(fault.points, point, points) });
  const bindings = Object.fromEntries(points.slice(0, 9).map((point, i) => [`Alt+${i + 1}`, { label: point, run: () => toggle(point) }]));
  const isTold = fault.points.length > 0 || fault.words.trim() !== '';

  function record() {
    if (!isTold || hindrance !== undefined || busy) return;
    onRecord({ points: fault.points, words: fault.words.trim() });
  }
  useKeys(
    {
      ...bindings,
      // The combination means the editor as long as it is open, also while nothing is told: the page would call the paper good or accept the case.
      'Ctrl+Enter': { label: '记有误', run: record },
      Escape: { label: '不改', run: onCancel, hidden: true },
    },
    { title: '有误的原因', scope: 'panel' },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    record();
  }

  return (
    <form className="fo-fault" onSubmit={submit} onClick={(event) => event.stopPropagation()} aria-label={`${materialName}有误的原因`}>
      <div className="fo-fault-line">
        <Input
          size="small"
          autoFocus
          value={fault.words}
          maxLength={300}
          aria-label="有误的原因"
          placeholder={points.length > 0 ? '选不符合的要点，或写明哪里有误' : '写明哪里有误，怎样改'}
          onChange={(event) => change({ ...fault, words: event.target.value })}
        />
        <Button
          size="small"
          label={fault.points.length > 0 ? `记有误 ${fault.points.length} 点` : '记有误'}
          keys="Enter"
          printOnly
          submit
          disabled={!isTold || hindrance !== undefined}
          busy={busy}
          onClick={() => undefined}
        />
        <Button size="small" label="不改" keys="Escape" printOnly onClick={onCancel} />
      </div>
      {hindrance === undefined ? null : <span className="ow-secondary ow-small">{hindrance}</span>}
      {points.length > 0 ? (
        <ul className="fo-fault-points" aria-label="不符合的审查要点">
          {points.map((point, index) => {
            const failed = fault.points.includes(point);
            return (
              <li key={point}>
                <button
                  type="button"
                  className={failed ? 'fo-fault-point fo-fault-point-failed' : 'fo-fault-point'}
                  aria-pressed={failed}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => toggle(point)}
                >
                  {index < 9 ? <Kbd keys={`Alt+${index + 1}`} /> : null}
                  <span>{point}</span>
                  {failed ? <span className="fo-fault-word">■ 不符合</span> : null}
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </form>
  );
}
