import { Button, Empty, useDocumentViewer, useKeys, ViewerStage, ViewerTools, type DocumentViewerState } from '@onewindow/ui';
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CaseDocument } from './documents.js';
import { citation, PaperContext } from './papers/cited-paper.js';

type Side = 'left' | 'right';

/** Which papers are on the stage, and the list beside it. */
export interface Papers {
  documents: readonly CaseDocument[];
  shown: CaseDocument | undefined;
  viewer: DocumentViewerState;
  /** 对照: the second paper, at the right. */
  beside: CaseDocument | undefined;
  second: DocumentViewerState;
  /** Where the tools and keys act. */
  side: Side;
  setSide: (side: Side) => void;
  /** Lays a paper on the side that acts. */
  show: (key: string) => void;
  compare: () => void;
}

const withFiles = (documents: readonly CaseDocument[]) => documents.filter(({ files }) => files.length > 0);

/**
 * Holds one pile of papers: the list at the left, the one that is read on the stage, and one beside it to compare. It begins with the first
 * that has a file; every paper lies as it was left.
 */
export function usePapers(documents: readonly CaseDocument[]): Papers {
  const [wanted, setWanted] = useState<string | null>(null);
  const [wantedBeside, setBeside] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('left');
  const shown = documents.find(({ key }) => key === wanted) ?? withFiles(documents)[0] ?? documents[0];
  const beside = documents.find(({ key }) => key === wantedBeside);
  const files = useMemo(() => [...(shown?.files ?? [])], [shown]);
  const filesBeside = useMemo(() => [...(beside?.files ?? [])], [beside]);
  return {
    documents,
    shown,
    viewer: useDocumentViewer(files, shown?.key ?? '', true),
    beside,
    second: useDocumentViewer(filesBeside, beside?.key ?? '', true),
    side,
    setSide,
    show: (key) => (side === 'right' ? setBeside(key) : setWanted(key)),
    compare: () => {
      const others = withFiles(documents).filter(({ key }) => key !== shown?.key);
      const at = withFiles(documents).findIndex(({ key }) => key === shown?.key);
      const next = withFiles(documents)[at + 1] ?? others[0];
      setBeside(beside ? null : (next?.key ?? null));
      setSide(beside || !next ? 'left' : 'right');
    },
  };
}

/** 第 1 / 4 页 · 旋转 · 适宽 · 放大 · 对照, for the right end of the tabs. */
export function PaperTools({ papers }: { papers: Papers }) {
  const { beside, side, setSide, viewer, second, documents, show, compare } = papers;
  useKeys(
    Object.fromEntries(documents.slice(0, 9).map(({ key, title }, at) => [`${at + 1}`, { label: title, run: () => show(key) }] as const)),
    { title: '看件', scope: 'pane' },
  );
  useKeys(
    {
      ArrowLeft: { label: '对照：左边', run: () => setSide('left') },
      ArrowRight: { label: '对照：右边', run: () => setSide('right') },
    },
    { title: '看件', scope: 'pane', enabled: beside !== undefined },
  );
  const canCompare = withFiles(documents).length > 1;
  return (
    <>
      <ViewerTools viewer={beside && side === 'right' ? second : viewer} rotateBackKey="Shift+R" />
      <Button
        size="small"
        label="对照"
        keys="V"
        keyScope="pane"
        kind={beside ? 'chosen' : 'normal'}
        pressed={beside !== undefined}
        disabled={!canCompare}
        onClick={compare}
      />
    </>
  );
}

/** The list of papers and the stage, or two of them side by side. */
export function PapersView({ papers, empty, label }: { papers: Papers; empty: ReactNode; label: string }) {
  const { documents, shown, viewer, beside, second, side, setSide, show } = papers;
  useOnStage(beside && side === 'right' ? beside : shown, beside && side === 'right' ? second : viewer);
  if (documents.length === 0) return <Empty>{empty}</Empty>;
  return (
    <div className="bo-papers">
      <ul className="bo-paper-list" aria-label={label}>
        {documents.map((document, at) => (
          <li key={document.key}>
            <button
              type="button"
              className={paperClass(document, papers)}
              aria-current={document === shown ? 'true' : undefined}
              onClick={() => show(document.key)}
            >
              <span>
                {at < 9 ? <span className="bo-paper-key">{at + 1}</span> : null}
                {document.title}
              </span>
              <span className={document.tone === 'trouble' ? 'bo-paper-words bo-paper-trouble' : 'bo-paper-words'}>{document.words}</span>
              {document.changed ? <span className="bo-paper-words bo-paper-changed">{document.changed}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {beside ? (
        <div className="bo-compare">
          <Compared document={shown} viewer={viewer} on={side === 'left'} onActive={() => setSide('left')} />
          <Compared document={beside} viewer={second} on={side === 'right'} onActive={() => setSide('right')} />
        </div>
      ) : (
        <ViewerStage viewer={viewer} empty={shown?.empty ?? ''} />
      )}
    </div>
  );
}

function paperClass(document: CaseDocument, { shown, beside }: Papers): string {
  if (document === shown) return 'bo-paper bo-paper-on';
  return document === beside ? 'bo-paper bo-paper-beside' : 'bo-paper';
}

interface ComparedProps {
  document: CaseDocument | undefined;
  viewer: DocumentViewerState;
  on: boolean;
  onActive: () => void;
}

/** One side of 对照, under its name; the one on which the keys act has the accent. */
function Compared({ document, viewer, on, onActive }: ComparedProps) {
  return (
    <section
      className={on ? 'bo-compared bo-compared-on' : 'bo-compared'}
      aria-label={document?.title}
      onFocus={onActive}
      onPointerDown={onActive}
    >
      <p>
        <strong>{document?.title}</strong>
        <span className="ow-secondary">{viewer.page ? `第 ${viewer.at + 1} / ${viewer.pages.length} 页` : ''}</span>
      </p>
      <ViewerStage viewer={viewer} empty={document?.empty ?? ''} />
    </section>
  );
}

/** Tells the points which page lies on the stage (批注). */
function useOnStage(document: CaseDocument | undefined, { at, pages, page }: DocumentViewerState): void {
  const onStage = useContext(PaperContext);
  const words = document && page ? citation(document.title, at, pages.length) : null;
  useEffect(() => {
    onStage.set(words);
    return () => onStage.set(null);
  }, [onStage, words]);
}
