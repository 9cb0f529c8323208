import { Empty, useDocumentViewer, ViewerStage, ViewerTools } from '@onewindow/ui';
import { useMemo, useState, type ReactNode } from 'react';
import type { CaseDocument } from './documents.js';

/** Which paper is on the stage, and the list beside it. */
export interface Papers {
  documents: readonly CaseDocument[];
  shown: CaseDocument | undefined;
  viewer: ReturnType<typeof useDocumentViewer>;
  show: (key: string) => void;
}

/** Holds one pile of papers: the list at the left, the one that is read on the stage. It begins with the first that has a file. */
export function usePapers(documents: readonly CaseDocument[]): Papers {
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = documents.find(({ key }) => key === wanted) ?? documents.find(({ files }) => files.length > 0) ?? documents[0];
  const files = useMemo(() => [...(shown?.files ?? [])], [shown]);
  return { documents, shown, viewer: useDocumentViewer(files), show: setWanted };
}

/** 第 1 / 4 页 · 旋转 · 适宽 · 放大, for the right end of the tabs. */
export function PaperTools({ papers }: { papers: Papers }) {
  return <ViewerTools viewer={papers.viewer} />;
}

/** The list of papers and the stage. */
export function PapersView({ papers, empty, label }: { papers: Papers; empty: ReactNode; label: string }) {
  const { documents, shown, viewer, show } = papers;
  if (documents.length === 0) return <Empty>{empty}</Empty>;
  return (
    <div className="bo-papers">
      <ul className="bo-paper-list" aria-label={label}>
        {documents.map((document) => (
          <li key={document.key}>
            <button
              type="button"
              className={document === shown ? 'bo-paper bo-paper-on' : 'bo-paper'}
              aria-current={document === shown ? 'true' : undefined}
              onClick={() => show(document.key)}
            >
              <span>{document.title}</span>
              <span className={document.tone === 'trouble' ? 'bo-paper-words bo-paper-trouble' : 'bo-paper-words'}>{document.words}</span>
            </button>
          </li>
        ))}
      </ul>
      <ViewerStage viewer={viewer} empty={shown?.empty ?? ''} />
    </div>
  );
}
