import { Button } from '../actions/button.js';
import { useKeys } from '../keys/use-keys.js';
import type { DocumentViewerState } from './use-document-viewer.js';

export interface ViewerToolsProps {
  viewer: DocumentViewerState;
  /** The key of 放大; `+` on desks, `Z` at the counter. */
  zoomInKey?: string;
  /** Key of a quarter turn back, where it has one. */
  rotateBackKey?: string;
  /** Leaves out 第 1 / 4 页. */
  withoutCount?: boolean;
  /** Further tools before these (拍摄, 文件). */
  bindKeys?: boolean;
}

/** 第 1 / 4 页 · 旋转 R · 适宽 W · 放大 +; − and PgUp/PgDn work too. */
export function ViewerTools({ viewer, zoomInKey = '+', rotateBackKey, withoutCount = false, bindKeys = true }: ViewerToolsProps) {
  const nothing = viewer.page === null;
  useKeys(
    {
      '-': { label: '缩小', run: viewer.zoomOut, repeat: true },
      '=': { label: '放大', run: viewer.zoomIn, repeat: true, hidden: true },
      ...(rotateBackKey ? { [rotateBackKey]: { label: '向左转', run: viewer.rotateBack } } : {}),
      PageDown: { label: '下一页', run: viewer.next, repeat: true },
      PageUp: { label: '上一页', run: viewer.previous, repeat: true },
    },
    { title: '看件', scope: 'pane', enabled: bindKeys && !nothing },
  );
  return (
    <span className="ow-viewer-tools">
      {withoutCount || nothing ? null : (
        <span className="ow-viewer-count">
          第 {viewer.at + 1} / {viewer.pages.length} 页
        </span>
      )}
      <Button size="small" label="旋转" keys="R" keyScope="pane" printOnly={!bindKeys} disabled={nothing} onClick={viewer.rotate} />
      <Button
        size="small"
        label={viewer.zoom === 1 && viewer.fit === 'width' ? '整页' : '适宽'}
        keys="W"
        keyScope="pane"
        printOnly={!bindKeys}
        disabled={nothing}
        onClick={viewer.fitWidth}
      />
      <Button size="small" label="放大" keys={zoomInKey} keyScope="pane" printOnly={!bindKeys} disabled={nothing} onClick={viewer.zoomIn} />
    </span>
  );
}
