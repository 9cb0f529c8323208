import type { PaperPlace } from '@onewindow/contracts';
import { paperHindrance, paperMovesFor, type PaperStanding, type PaperState } from '@onewindow/domain';
import type { OrganisationSnapshot } from '../organisation/index.js';

/** What is stored of a paper: nothing while it lies in the receiving hall. */
export interface PaperRecord {
  /** Neither electronic nor a denial's notice, which are printed where they are handed out. */
  onPaper: boolean | null;
  paperHallId: string | null;
  paperToHallId: string | null;
  paperState: PaperState | null;
  paperSince: Date | null;
}

/** The columns of PaperRecord beside a result `r` with its `result_paper w`. */
export const PAPER_COLUMNS = `NOT r.electronic AND NOT r.denial AS "onPaper", w.hall_id AS "paperHallId", w.to_hall_id AS "paperToHallId",
         w.state AS "paperState", w.since AS "paperSince"`;

/** R6.2: where the paper is; null when there is none. @param receivingHallId where it lies until another hall asks */
export function paperOf({ onPaper, paperHallId, paperToHallId, paperState }: PaperRecord, receivingHallId: string): PaperStanding | null {
  if (onPaper !== true) return null;
  return { hallId: paperHallId ?? receivingHallId, toHallId: paperToHallId, state: paperState ?? 'here' };
}

/** Why this hall can't hand it out; null when it can. */
export function paperProblem(paper: PaperStanding | null, hallId: string | null, units: OrganisationSnapshot): string | null {
  if (paper === null || hallId === null) return null;
  return paperHindrance(paper, hallId, (id) => units.hall(id)?.name ?? '');
}

export function presentPaper(paper: PaperStanding, since: Date | null, hallId: string, units: OrganisationSnapshot): PaperPlace {
  return {
    hall: units.hallRef(paper.hallId),
    to: paper.toHallId === null ? null : units.hallRef(paper.toHallId),
    state: paper.state,
    since: since?.toISOString() ?? null,
    actions: paperMovesFor(paper, hallId),
  };
}
