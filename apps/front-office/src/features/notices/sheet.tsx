import { MessageBar, SkeletonRows, SlowProgress, useDocumentViewer, ViewerStage, ViewerTools, type ViewerFile } from '@onewindow/ui';
import { useMemo } from 'react';

export interface SheetProps {
  name: string;
  url: string | null;
  problem: string | null;
  mediaType?: string;
  /** What stands there before there is anything to show. */
  empty?: string;
  /** False beside an input that has the keys: the sheet stands without tools. */
  bindKeys?: boolean;
}

/** One paper on the grey ground, with its tools below the pane's head. */
export function Sheet({ name, url, problem, mediaType = 'application/pdf', empty = '', bindKeys = true }: SheetProps) {
  // The pile keeps its name while the same paper is drawn anew: the place that is looked at stays.
  const files = useMemo<ViewerFile[]>(() => (url === null ? [] : [{ id: url, name, mediaType, url }]), [url, name, mediaType]);
  const viewer = useDocumentViewer(files, name);
  if (problem !== null)
    return (
      <div className="ow-stage fo-notice-waiting">
        <MessageBar kind="error">{problem}</MessageBar>
      </div>
    );
  if (url === null)
    return (
      <div className="ow-stage fo-notice-waiting">
        {empty === '' ? <SkeletonRows rows={3} blocks={0} label={name} /> : <p className="ow-stage-empty">{empty}</p>}
        {empty === '' ? <SlowProgress doing={`正在排版${name}`} /> : null}
      </div>
    );
  return (
    <>
      {bindKeys ? (
        <div className="fo-sheet-tools">
          <ViewerTools viewer={viewer} zoomInKey="Z" />
        </div>
      ) : null}
      <ViewerStage viewer={viewer} />
    </>
  );
}
