import { useId, type ReactNode } from 'react';

export interface FieldRowProps {
  label: string;
  /** Gets the ids that tie label and note to the control. */
  children: (ids: { id: string; 'aria-describedby': string | undefined }) => ReactNode;
  required?: boolean;
  /** What is right or wrong with the value, beneath it. */
  note?: ReactNode;
  /** A fixed id, where another part of the screen jumps to the control. */
  id?: string;
}

/** Label at the left, control, and what there is to say about it beneath: one row of the narrow left column. */
export function FieldRow({ label, children, required = false, note, id }: FieldRowProps) {
  const made = useId();
  const controlId = id ?? made;
  const noteId = `${controlId}-note`;
  return (
    <div className="fo-field-row">
      <label htmlFor={controlId} className="fo-field-label">
        {label}
        {required ? <span className="fo-required"> *</span> : null}
      </label>
      <div className="fo-field-control">{children({ id: controlId, 'aria-describedby': note ? noteId : undefined })}</div>
      {note ? (
        <div id={noteId} className="fo-field-note">
          {note}
        </div>
      ) : null}
    </div>
  );
}
