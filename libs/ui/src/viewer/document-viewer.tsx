import type { ReactNode } from 'react';
import { useDocumentViewer } from './use-document-viewer.js';
import type { ViewerFile } from './view-state.js';
import { ViewerStage } from './viewer-stage.js';
import { ViewerThumbnails } from './viewer-thumbnails.js';
import { ViewerTools } from './viewer-tools.js';

export interface DocumentViewerProps {
  files: readonly ViewerFile[];
  /** Head of the pane: 3 场所方位、平面、设施图. */
  title: ReactNode;
  empty?: string;
  /** Tools before the viewer's own. */
  tools?: ReactNode;
  thumbnails?: boolean;
}

/** Head with tools, stage, thumbnails: the viewer as one pane. Screens with other grids take the parts. */
export function DocumentViewer({ files, title, empty, tools, thumbnails = true }: DocumentViewerProps) {
  const viewer = useDocumentViewer(files);
  return (
    <section className="ow-pane ow-pane-fill" aria-label="看件">
      <div className="ow-pane-head">
        <h2>{title}</h2>
        <span className="ow-pane-head-right">
          {tools}
          <ViewerTools viewer={viewer} />
        </span>
      </div>
      <ViewerStage viewer={viewer} {...(empty === undefined ? {} : { empty })} />
      {thumbnails && viewer.pages.length > 1 ? <ViewerThumbnails viewer={viewer} /> : null}
    </section>
  );
}
