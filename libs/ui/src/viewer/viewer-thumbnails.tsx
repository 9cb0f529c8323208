import type { ReactNode } from 'react';
import { PageSheet } from './page-sheet.js';
import { useScreenSize } from '../theme/display-mode.js';
import type { DocumentViewerState } from './use-document-viewer.js';
import './viewer.css';

export interface ViewerThumbnailsProps {
  viewer: DocumentViewerState;
  /** Words under a thumbnail; by default the page's number. */
  labelOf?: (at: number) => string;
  /** What stands behind the last: 拍下一页. */
  after?: ReactNode;
  /** Facts at the right: 高拍仪·已连接. */
  facts?: ReactNode;
}

/** The pages small, in a strip; the one on the stage has a dark frame. Pages further than the first forty are reached with PgDn. */
export function ViewerThumbnails({ viewer, labelOf = (at) => `${at + 1}`, after, facts }: ViewerThumbnailsProps) {
  const size = useScreenSize();
  const width = size === 'narrow' ? 80 : 112;
  return (
    <div className="ow-thumbs">
      <ol aria-label="页">
        {viewer.pages.slice(0, 40).map((page, at) => (
          <li key={page.key}>
            <button
              type="button"
              className={at === viewer.at ? 'ow-thumb ow-thumb-current' : 'ow-thumb'}
              aria-current={at === viewer.at ? 'page' : undefined}
              aria-label={`第 ${at + 1} 页`}
              onClick={() => viewer.goTo(at)}
            >
              <span className="ow-thumb-picture" aria-hidden="true" inert>
                <PageSheet
                  page={page}
                  pdf={viewer.pdfOf(page)}
                  rotation={viewer.rotationOf(page)}
                  width={width}
                  onRetry={viewer.retry}
                  small
                />
              </span>
              <span className="ow-thumb-words">{labelOf(at)}</span>
            </button>
          </li>
        ))}
        {after ? <li>{after}</li> : null}
      </ol>
      {facts ? <div className="ow-thumbs-facts">{facts}</div> : null}
    </div>
  );
}
