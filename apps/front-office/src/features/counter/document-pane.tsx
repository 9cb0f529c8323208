import { MATERIAL_MEDIA_TYPES, type CaseMaterial } from '@onewindow/contracts';
import {
  Button,
  FileDrop,
  MessageBar,
  sortFiles,
  useDocumentViewer,
  ViewerStage,
  ViewerThumbnails,
  ViewerTools,
  type ViewerFile,
} from '@onewindow/ui';
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { fileUrl } from '../../app/file-url.js';
import { useAwayReason } from '../../app/connection.js';
import { Capture } from '../capture/index.js';

/** Larger files are refused before they set out; the server's own limit stands behind it. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface DocumentPaneProps {
  caseId: string;
  material: CaseMaterial | null;
  /** Its place in the checklist, from 1. */
  number: number;
  editable: boolean;
  /** The file that has just arrived; the viewer turns to it. */
  arrivedFileId: string | null;
  /** How many notices the case has; a button leads to them. */
  noticeCount: number;
  /** Pages are being taken for this material. */
  isCapturing: boolean;
  onCapturing: (begun: boolean) => void;
  onFiles: (files: File[]) => void;
  onRemove: (fileId: string) => void;
  onNotices: () => void;
  /** Shows the notice as it would be issued now; null when none can be. */
  onPreview: (() => void) | null;
}

/** The papers of the open material: file dialogue, drop, turn, enlarge, take away, thumbnails. */
export function DocumentPane(props: DocumentPaneProps) {
  const { caseId, material, number, editable, arrivedFileId, noticeCount, isCapturing, onCapturing, onFiles, onRemove, onNotices } = props;
  const [refused, setRefused] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  const files = useMemo<ViewerFile[]>(
    () =>
      material?.files.map((file) => ({
        ...{ id: file.id, name: file.name, mediaType: file.mediaType, url: fileUrl(caseId, file.id) },
      })) ?? [],
    [caseId, material?.files],
  );
  const viewer = useDocumentViewer(files);
  const { pages, page, goTo } = viewer;
  const turnedTo = useRef<string | null>(null);
  useEffect(() => {
    // Turns once, when the file's first page is there; afterwards the clerk turns.
    if (arrivedFileId === null || turnedTo.current === arrivedFileId) return;
    const at = pages.findIndex((p) => p.file.id === arrivedFileId);
    if (at < 0) return;
    turnedTo.current = arrivedFileId;
    goTo(at);
  }, [arrivedFileId, pages, goTo]);

  const take = (fit: File[], wrong: string[]) => {
    setRefused(wrong);
    if (fit.length > 0) onFiles(fit);
  };
  const away = useAwayReason();
  const canAdd = editable && material !== null && away === undefined;
  const onDrag = (event: DragEvent, inside: boolean) => {
    if (!canAdd) return;
    event.preventDefault();
    setOver(inside);
  };

  if (isCapturing && material && editable) {
    return (
      <Capture name={material.name} number={number} onFiles={onFiles} maxFileBytes={MAX_FILE_BYTES} onClose={() => onCapturing(false)} />
    );
  }
  return (
    <section
      className={over ? 'ow-pane ow-pane-fill fo-drop-over' : 'ow-pane ow-pane-fill'}
      aria-label="看件"
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        if (!canAdd) return;
        const { fit, refused: wrong } = sortFiles([...event.dataTransfer.files], MATERIAL_MEDIA_TYPES, MAX_FILE_BYTES);
        take(fit, wrong);
      }}
    >
      <div className="ow-pane-head fo-document-head">
        <h2>{material ? `${number} ${material.name}` : '材料文件'}</h2>
        {material?.reuse ? <span className="ow-pane-head-words">复用件，看和打印都带水印</span> : null}
        {page ? <span className="ow-pane-head-words fo-document-count">{`${viewer.at + 1}/${pages.length}`}</span> : null}
        <span className="ow-pane-head-right">
          {props.onPreview ? <Button size="small" label="预览" keys="V" keyScope="pane" onClick={props.onPreview} /> : null}
          {noticeCount > 0 ? <Button size="small" label={`文书 ${noticeCount}`} keys="L" keyScope="pane" onClick={onNotices} /> : null}
          <Button size="small" label="拍摄" keys="Space" keyScope="pane" disabled={!canAdd} onClick={() => onCapturing(true)} />
          <FileDrop
            size="small"
            label="文件"
            keys="O"
            accept={MATERIAL_MEDIA_TYPES}
            maxBytes={MAX_FILE_BYTES}
            disabled={!canAdd}
            onFiles={take}
          />
          <ViewerTools viewer={viewer} zoomInKey="Z" withoutCount />
          <Button
            size="small"
            label="删去"
            keys="Delete"
            keyScope="pane"
            disabled={!canAdd || !page}
            onClick={() => {
              if (page) onRemove(page.file.id);
            }}
          />
        </span>
      </div>
      {editable && away !== undefined ? <MessageBar kind="offline">{`现在不能收文件：${away}`}</MessageBar> : null}
      {refused.map((words) => (
        <MessageBar key={words} kind="error" onClose={() => setRefused(refused.filter((r) => r !== words))}>
          {words}
        </MessageBar>
      ))}
      <ViewerStage viewer={viewer} empty={emptyWords(material, canAdd, over)} />
      {pages.length > 0 ? <ViewerThumbnails viewer={viewer} labelOf={(at) => thumbnailWords(pages[at]?.file.name ?? '', at)} /> : null}
    </section>
  );
}

function emptyWords(material: CaseMaterial | null, canAdd: boolean, over: boolean): string {
  if (over) return '松开放入';
  if (!material) return '在左边选一份材料。';
  return canAdd ? '还没有文件。按空格拍摄，按 O 选文件，或拖到这里。' : '没有文件。';
}

/** `2 平面图`: the page's number and the beginning of its file's name. */
function thumbnailWords(name: string, at: number): string {
  const bare = name.replace(/\.[a-z0-9]+$/i, '');
  return `${at + 1} ${bare.length > 6 ? `${bare.slice(0, 6)}…` : bare}`;
}
