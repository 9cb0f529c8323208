import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { ReadyRow } from '@onewindow/contracts';
import { shanghaiDateOf, type PickupMethod } from '@onewindow/domain';
import { useLatest } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { codeFault } from './find-code.js';
import type { KeptSitting } from './kept-sitting.js';
import { canHandOver, othersOf } from './ready-groups.js';
import { readyOfApplicantQuery } from './ready.queries.js';

const NO_ROWS: ReadyRow[] = [];

interface Find {
  busy: boolean;
  words: string | null;
  /** The number itself is wrong: nothing was looked up. */
  fault: string | null;
  problem: ProblemError | null;
}
const NOTHING_SOUGHT: Find = { busy: false, words: null, fault: null, problem: null };

/** What one search found: of one applicant, or of all for whom this person may collect. */
interface Party {
  rows: readonly ReadyRow[];
  /** There were more than are listed. */
  unlisted: number;
}
const NO_PARTY: Party = { rows: NO_ROWS, unlisted: 0 };

/**
 * Whose results lie on the window, which of them are chosen, and which one is looked at.
 * @param kept who stood there before a reload, if anybody
 */
export function useIssueWindow(method: PickupMethod, kept: Pick<KeptSitting, 'applicantId' | 'found' | 'unchecked'> | null = null) {
  const [applicantId, setApplicantId] = useState(kept?.applicantId ?? null);
  const [unchecked, setUnchecked] = useState<ReadonlySet<string>>(() => new Set(kept?.unchecked));
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [find, setFind] = useState<Find>(NOTHING_SOUGHT);
  const query = useQuery({ ...readyOfApplicantQuery(applicantId ?? ''), enabled: applicantId !== null });
  const [found, setFound] = useState(kept?.found ?? NO_ROWS);
  const [party, setParty] = useState<Party>(NO_PARTY);
  const turns = useLatest();

  // The look-up may know results of other halls that this one may hand out; the list of the hall renews the ones it knows.
  const listed = query.data ?? NO_ROWS;
  const rows =
    applicantId === null
      ? NO_ROWS
      : [...listed, ...found.filter((row) => row.applicantId === applicantId && !listed.some((l) => l.caseId === row.caseId))];
  const chosen = rows.filter((row) => canHandOver(row, method) && !unchecked.has(row.caseId));
  const current = rows.find((row) => row.caseId === currentId) ?? rows[0] ?? null;

  const open = useCallback((id: string | null, looked: readonly ReadyRow[] = NO_ROWS) => {
    setApplicantId(id);
    setFound(looked);
    setUnchecked(new Set());
    setCurrentId(null);
    setFind(NOTHING_SOUGHT);
  }, []);
  /** From the list; whoever was not found together with those before is another person's. */
  const choose = useCallback(
    (id: string | null) => {
      turns.begin();
      open(id);
      setParty((now) => (now.rows.some((row) => row.applicantId === id) ? now : NO_PARTY));
    },
    [open, turns],
  );

  /**
   * By scan or typing: a case number or an identity number. The look-up is recorded. Until it is answered nobody stands at the window, so
   * that what is typed meanwhile is typed for whom it finds; an answer that has been overtaken changes nothing.
   */
  const look = useCallback(
    async (code: string): Promise<boolean> => {
      const fault = codeFault(code, shanghaiDateOf(new Date()));
      choose(null);
      if (fault !== null) {
        setFind({ ...NOTHING_SOUGHT, fault });
        return false;
      }
      const isLatest = turns.begin();
      setFind({ ...NOTHING_SOUGHT, busy: true });
      try {
        const { items, total } = await api.findReady({ body: { code } });
        if (!isLatest()) return false;
        const [first] = items;
        if (!first) {
          setFind({ ...NOTHING_SOUGHT, words: '没有可取的结果。' });
          return false;
        }
        // The list of the hall renews the rows it knows; the look-up adds those of other halls that may be handed out here.
        const listed = await queryClient.fetchQuery({ ...readyOfApplicantQuery(first.applicantId), staleTime: 0 });
        if (!isLatest()) return false;
        const own = items.filter((row) => row.applicantId === first.applicantId);
        open(
          first.applicantId,
          own.filter((row) => !listed.some((l) => l.caseId === row.caseId)),
        );
        setParty({ rows: items, unlisted: total - items.length });
        setFind({ ...NOTHING_SOUGHT, words: `同一申请人 ${own.length} 件` });
        return true;
      } catch (error) {
        if (isLatest()) setFind({ ...NOTHING_SOUGHT, problem: problemOf(error) });
        return false;
      }
    },
    [choose, open, turns],
  );

  const check = useCallback((caseId: string, on: boolean) => {
    setUnchecked((all) => {
      const next = new Set(all);
      if (on) next.delete(caseId);
      else next.add(caseId);
      return next;
    });
  }, []);

  /** Handed over: it is no longer here. */
  const take = useCallback((caseIds: ReadonlySet<string>) => {
    const stays = (row: ReadyRow) => !caseIds.has(row.caseId);
    setFound((all) => all.filter(stays));
    setParty(({ rows: all, unlisted }) => ({ rows: all.filter(stays), unlisted }));
  }, []);
  /** Only this one, when the counter sends an applicant along for it. */
  const only = useCallback((caseId: string, all: readonly ReadyRow[]) => {
    setUnchecked(new Set(all.filter((row) => row.caseId !== caseId).map((row) => row.caseId)));
    setCurrentId(caseId);
  }, []);

  /** The window is free; for whom the same person may still collect stays there to be gone on with. */
  const close = useCallback(() => open(null), [open]);
  const others = useMemo(() => ({ groups: othersOf(party.rows, applicantId), unlisted: party.unlisted }), [party, applicantId]);

  /** Whether the same one has stood there ever since: asked before something is done to the window after an answer was waited for. */
  const { watch } = turns;
  return {
    applicantId,
    choose,
    close,
    look,
    watch,
    find,
    found,
    unchecked,
    others,
    rows,
    chosen,
    check,
    only,
    current,
    setCurrentId,
    take,
    query,
  };
}
