import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../actions/button.js';
import './file-drop.css';

export interface FileDropProps {
  /** 选文件, 补扫件 … */
  label?: string;
  keys?: string;
  /** Media types that are taken. */
  accept: readonly string[];
  /** Largest file in bytes. */
  maxBytes: number;
  multiple?: boolean;
  disabled?: boolean;
  size?: 'small' | 'normal';
  /** The files that fit, and for each other one a Chinese sentence. */
  onFiles: (files: File[], refused: string[]) => void;
}

/** Sorts files into those that fit and the reasons for the rest. Content is checked by the server; this spares the way. */
export function sortFiles(files: readonly File[], accept: readonly string[], maxBytes: number): { fit: File[]; refused: string[] } {
  const fit: File[] = [];
  const refused: string[] = [];
  for (const file of files) {
    if (!accept.includes(file.type)) refused.push(`${file.name} 不是可收的格式。另存为 PDF 或图片再选。`);
    else if (file.size === 0) refused.push(`${file.name} 是空的。重新扫描。`);
    else if (file.size > maxBytes) refused.push(`${file.name} 超过 ${Math.floor(maxBytes / 1_000_000)} MB。压缩或分页后再选。`);
    else fit.push(file);
  }
  return { fit, refused };
}

/** A button that opens the file dialogue and takes dropped files. */
export function FileDrop({
  label = '选文件',
  keys,
  accept,
  maxBytes,
  multiple = true,
  disabled = false,
  size = 'normal',
  onFiles,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const { fit, refused } = sortFiles([...(list ?? [])].slice(0, multiple ? undefined : 1), accept, maxBytes);
    if (fit.length + refused.length > 0) onFiles(fit, refused);
  };
  const onDrag = (event: DragEvent, inside: boolean) => {
    if (disabled) return;
    event.preventDefault();
    setOver(inside);
  };
  return (
    <span
      className={over ? 'ow-file-drop ow-file-drop-over' : 'ow-file-drop'}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        if (!disabled) take(event.dataTransfer.files);
      }}
    >
      <Button
        label={over ? '松开放入' : label}
        size={size}
        disabled={disabled}
        onClick={() => input.current?.click()}
        {...(keys ? { keys } : {})}
      />
      <input
        ref={input}
        className="ow-visually-hidden"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept.join(',')}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </span>
  );
}
