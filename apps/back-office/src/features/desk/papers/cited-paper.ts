import { createContext, useContext } from 'react';

/** Where the paper on the stage is told to the points: 设计方案图 3/4. */
export interface PaperOnStage {
  /** Null where no page lies on the stage. */
  set: (words: string | null) => void;
  get: () => string | null;
}

/** Nobody shows papers beside the points. */
const NOWHERE: PaperOnStage = { set: () => undefined, get: () => null };

/** Holds what lies on the stage: read when M is pressed, so that turning pages draws nothing else anew. */
export const PaperContext = createContext<PaperOnStage>(NOWHERE);

/** A holder for one screen. */
export function paperOnStage(): PaperOnStage {
  let shown: string | null = null;
  return {
    set: (words) => {
      shown = words;
    },
    get: () => shown,
  };
}

/** Reads what lies on the stage now. */
export function useCited(): () => string | null {
  return useContext(PaperContext).get;
}

/** 设计方案图 3/4; of a single page the title alone. */
export function citation(title: string, at: number, pages: number): string {
  return pages > 1 ? `${title} ${at + 1}/${pages}` : title;
}
