import { MATERIAL_MEDIA_TYPES } from '@onewindow/contracts';
import { Button, FileDrop, MessageBar, useDocumentViewer, useKeys, ViewerThumbnails, type ViewerFile } from '@onewindow/ui';
import { useMemo, useRef, useState } from 'react';
import { CropStage } from './crop-stage.js';
import { takePicture } from './picture.js';
import { useCamera } from './use-camera.js';
import { usePages } from './use-pages.js';
import { useUncollected } from './use-uncollected.js';
import './capture.css';

export interface CapturePaneProps {
  /** The material for which pages are taken. */
  name: string;
  number: number;
  /** One document of all pages, or the files that were chosen instead. */
  onFiles: (files: File[]) => void;
  maxFileBytes: number;
  onClose: () => void;
}

/** 拍摄: the camera's picture, the pages taken so far, and what can be done to them; together they become one PDF. */
export function CapturePane({ name, number, onFiles, maxFileBytes, onClose }: CapturePaneProps) {
  const { video, trouble, size, retry } = useCamera();
  const { pages, urls, add, remove, move, rotate, crop, trim } = usePages();
  const [isLive, setLive] = useState(true);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<string | null>(null);
  const files = useMemo<ViewerFile[]>(
    () => pages.map((page, at) => ({ id: page.id, name: `第 ${at + 1} 页`, mediaType: 'image/jpeg', url: urls.get(page.shown) ?? '' })),
    [pages, urls],
  );
  // The pile keeps its place while pages are changed and moved.
  const viewer = useDocumentViewer(files, 'capture');
  const shown = isLive ? null : (pages[viewer.at] ?? null);
  const canTake = size !== null && !busy;

  const take = async () => {
    stay();
    if (!isLive) return setLive(true);
    if (!canTake || !video.current) return;
    setNote(null);
    add(await takePicture(video.current));
  };
  const finish = async () => {
    if (pages.length === 0 || busy) return;
    setBusy(true);
    const shots = pages.map((page) => page.shown);
    // What writes PDF files is large, and wanted only now.
    const { makeDocument } = await import('./make-document.js');
    onFiles([await makeDocument(shots, name)]);
    onClose();
  };
  const pane = useRef<HTMLElement>(null);
  const { isLeaving, question, leave, stay } = useUncollected(pages.length, pane, { collect: () => void finish(), close: onClose });
  const onShown = (act: (id: string) => void) => {
    setNote(null);
    if (shown) act(shown.id);
  };
  const step = (by: number) =>
    onShown((id) => {
      move(id, by);
      viewer.goTo(viewer.at + by);
    });
  const look = (at: number) => {
    setLive(false);
    viewer.goTo(at);
  };
  useKeys(
    {
      'Alt+ArrowLeft': { label: '这一页往前移', run: () => step(-1) },
      'Alt+ArrowRight': { label: '这一页往后移', run: () => step(1) },
      ArrowLeft: { label: '前一页', run: () => look(isLive ? pages.length - 1 : viewer.at - 1), repeat: true },
      ArrowRight: { label: '后一页', run: () => look(viewer.at + 1), repeat: true },
    },
    { title: '拍摄', scope: 'panel' },
  );

  return (
    <section ref={pane} className="ow-pane ow-pane-fill" aria-label="拍摄">
      <div className="ow-pane-head fo-document-head fo-capture-head">
        <h2>{`${number} ${name}`}</h2>
        <span className="ow-pane-head-words">{isLive ? `已拍 ${pages.length} 页` : `${viewer.at + 1}/${pages.length}`}</span>
        <span className="ow-pane-head-right">
          <Button
            size="small"
            kind={isLive ? 'chosen' : 'normal'}
            label={isLive ? '拍摄' : '接着拍'}
            keys="Space"
            keyScope="panel"
            disabled={isLive && !canTake}
            onClick={() => void take()}
          />
          <FileDrop
            size="small"
            label="文件"
            keys="O"
            accept={MATERIAL_MEDIA_TYPES}
            maxBytes={maxFileBytes}
            onFiles={(fit, refused) => {
              setNote(refused[0] ?? null);
              if (fit.length === 0) return;
              onFiles(fit);
              if (pages.length === 0) onClose();
            }}
          />
          <Button size="small" label="旋转" keys="R" keyScope="panel" disabled={!shown} onClick={() => onShown(rotate)} />
          <Button
            size="small"
            label={shown?.crop ? '不裁' : '裁边'}
            keys="E"
            keyScope="panel"
            disabled={!shown}
            onClick={() => onShown((id) => void trim(id).then((done) => setNote(done ? null : '分不出纸边。在图上拖出要留的部分。')))}
          />
          <Button size="small" label="删页" keys="Delete" keyScope="panel" disabled={!shown} onClick={() => onShown(remove)} />
          <Button size="small" label={isLeaving ? '丢掉' : '返回'} keys="Escape" keyScope="panel" disabled={busy} onClick={leave} />
        </span>
      </div>
      {trouble === null ? null : (
        <MessageBar kind="error" {...(trouble.canRetry ? { onAction: retry, actionLabel: '重试' } : {})}>
          {trouble.words}
        </MessageBar>
      )}
      {note === null ? null : <MessageBar kind="error">{note}</MessageBar>}
      {question === null ? null : (
        <MessageBar kind="conflict" onClose={stay}>
          {question}
        </MessageBar>
      )}
      <div className="ow-stage fo-capture-stage">
        <video ref={video} className="fo-capture-live" hidden={!isLive || trouble !== null} muted playsInline aria-label="摄像头画面" />
        {shown ? (
          <CropStage
            key={shown.id}
            url={urls.get(shown.shown) ?? ''}
            label={`第 ${viewer.at + 1} 页`}
            onCrop={(part) => crop(shown.id, part)}
          />
        ) : null}
      </div>
      <ViewerThumbnails
        viewer={isLive ? { ...viewer, at: -1, goTo: look } : { ...viewer, goTo: look }}
        after={
          <button type="button" className="fo-capture-next" onClick={() => void take()} disabled={isLive && !canTake}>
            {pages.length === 0 ? '拍第一页' : '拍下一页'}
          </button>
        }
        facts={<Facts size={size} />}
      />
      <div className="fo-capture-bar">
        <span className="ow-secondary ow-small">拖出矩形可裁剪；Alt+← Alt+→ 调整顺序。</span>
        <Button
          kind="primary"
          label={busy ? '正在合成' : `收进材料 ${pages.length} 页`}
          keys="Enter"
          keyScope="panel"
          disabled={pages.length === 0}
          busy={busy}
          onClick={() => void finish()}
        />
      </div>
    </section>
  );
}

function Facts({ size }: { size: { width: number; height: number } | null }) {
  if (!size) return null;
  return (
    <>
      <div>高拍仪·已连接</div>
      <div>{`${size.width}×${size.height}`}</div>
    </>
  );
}
