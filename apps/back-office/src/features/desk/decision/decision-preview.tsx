import { askForPdf, problemOf } from '@onewindow/api-client';
import { endpoints, pathOf } from '@onewindow/contracts';
import { MessageBar, SlowProgress, useDocumentViewer, ViewerStage, ViewerTools, type ViewerFile } from '@onewindow/ui';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { currentCsrfToken } from '../../../app/api.js';
import { problemWords } from '../../../app/problem-words.js';

/** The paper that is looked at before it is issued. */
export interface WantedPreview {
  decision: 'grant' | 'deny';
  reason: string;
}

interface PreviewContextValue {
  wanted: WantedPreview | null;
  want: (preview: WantedPreview | null) => void;
}

const PreviewContext = createContext<PreviewContextValue>({ wanted: null, want: () => undefined });

/** Lets the decision at the right show its paper in the middle. */
export function PreviewProvider({ children }: { children: ReactNode }) {
  const [wanted, want] = useState<WantedPreview | null>(null);
  const value = useMemo(() => ({ wanted, want }), [wanted]);
  return <PreviewContext value={value}>{children}</PreviewContext>;
}

/** What is to be shown, and how to ask for it. */
export function usePreviewed(): PreviewContextValue {
  return useContext(PreviewContext);
}

export const DECISION_PAPERS = { grant: '准予许可决定书', deny: '不予许可决定书' } as const satisfies Record<
  WantedPreview['decision'],
  string
>;

/** Typing on does not ask for a sheet at every letter. */
const QUIET_MS = 300;

interface Drawn {
  key: string;
  url: string | null;
  problem: string | null;
}

/** The decision's paper as it would be served, under its reason while it is written: no number, 预览 across it. */
export function DecisionPreview({ caseId, wanted }: { caseId: string; wanted: WantedPreview }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const { decision, reason } = wanted;
  const key = JSON.stringify([caseId, decision, reason]);
  useEffect(() => {
    const leaving = new AbortController();
    const quiet = setTimeout(() => {
      const path = pathOf(endpoints.previewDecision, { params: { id: caseId } });
      const body = { decision, ...(reason === '' ? {} : { reason }) };
      askForPdf({ path, body, csrfToken: currentCsrfToken(), signal: leaving.signal })
        .then((sheet) => setDrawn({ key, url: URL.createObjectURL(sheet), problem: null }))
        .catch((error: unknown) => {
          if (!leaving.signal.aborted) setDrawn({ key, url: null, problem: problemWords(problemOf(error)) });
        });
    }, QUIET_MS);
    return () => {
      clearTimeout(quiet);
      leaving.abort();
    };
  }, [key, caseId, decision, reason]);
  const url = drawn?.url ?? null;
  useEffect(() => {
    if (url === null) return;
    return () => URL.revokeObjectURL(url);
  }, [url]);
  const title = DECISION_PAPERS[decision];
  const files = useMemo<ViewerFile[]>(
    () => (url === null ? [] : [{ id: url, name: `${title}预览`, mediaType: 'application/pdf', url }]),
    [url, title],
  );
  const viewer = useDocumentViewer(files, title);
  return (
    <section className="bo-preview" aria-label={`预览 ${title}`}>
      <div className="bo-preview-head">
        <strong>预览 {title}</strong>
        <span className="ow-secondary">{drawn?.key === key ? '出文书时编号' : '正在重排'}</span>
        <span className="bo-spacer" />
        <ViewerTools viewer={viewer} />
      </div>
      {drawn?.problem ? <MessageBar kind="error">{drawn.problem}</MessageBar> : null}
      {drawn === null ? <SlowProgress doing={`正在排${title}`} /> : <ViewerStage viewer={viewer} empty={`没有${title}可看。`} />}
    </section>
  );
}
