import { problemOf } from '@onewindow/api-client';
import type { ReviewPoint, TaskDetail } from '@onewindow/contracts';
import { useDraft } from '@onewindow/ui';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.js';
import { Autosave, NotSavedYet, type SaveState } from './autosave.js';
import { problemWords } from '../../app/problem-words.js';

/** Typing rests this long before the opinion goes to the server. */
const SAVE_AFTER_MS = 800;

interface Written {
  points: ReviewPoint[];
  opinion: string;
}

/** What an officer has written about one task, kept on the server and, until it is there, on this machine. */
export interface ReviewDraft extends Written {
  /** The task's version as this screen last heard of it. */
  version: number;
  saving: SaveState;
  change: (part: Partial<Written>) => void;
  /** Saves what waits at once. */
  save: () => void;
  /** Saves what waits. @throws ProblemError when the server does not have what stands on the screen */
  flush: () => Promise<void>;
  /** Nothing was typed since the task was read. */
  isUntouched: boolean;
  /** Ends autosaving before a command that carries the opinion itself; gives the version to send. */
  settle: () => Promise<number>;
  /** That command was refused: autosaving goes on with what stands there. */
  resume: () => void;
  /** The command went through: nothing is left to keep on this machine. */
  forget: () => void;
}

/** Points as the API takes them. */
export function pointsInput(points: readonly ReviewPoint[]): { text: string; state: ReviewPoint['state']; note?: string }[] {
  return points.map(({ text, state, note }) => ({ text, state, ...(note ? { note } : {}) }));
}

/** Keeps the version that was heard last: an own save or the reading of the task, whichever is newer. */
class KnownVersion {
  constructor(private version: number) {}
  hear(version: number): void {
    this.version = Math.max(this.version, version);
  }
  get value(): number {
    return this.version;
  }
}

/**
 * The draft of one task; the component that uses it must be mounted anew for another task.
 * @param staffId whose draft it is: the next person at this machine must not find it
 * @param editable false where the task is not held by this person: nothing is saved then
 */
export function useReviewDraft(task: TaskDetail, staffId: string, editable: boolean): ReviewDraft {
  const [edited, setEdited] = useState<Written | null>(null);
  const [saving, setSaving] = useState<SaveState>(task.draftSavedAt ? { kind: 'saved', at: task.draftSavedAt } : { kind: 'clean' });
  const [version] = useState(() => new KnownVersion(task.version));
  const isUnsaved = edited !== null && saving.kind !== 'saved';
  const local = useDraft<Written>(`task:${staffId}:${task.id}`, isUnsaved ? edited : null);
  const { clear, restored } = local;

  const [autosave] = useState(
    () =>
      new Autosave<Written>(
        async ({ points, opinion }) => {
          try {
            const saved = await api.saveOpinion({ params: { id: task.id }, body: { points: pointsInput(points), opinion } });
            version.hear(saved.version);
            return saved.savedAt;
          } catch (error) {
            const problem = problemOf(error);
            throw new (problem.outcomeUnknown || problem.status >= 500 ? NotSavedYet : Error)(problemWords(problem), { cause: error });
          }
        },
        (state) => {
          // Not with every answer: newer words may be on their way, and until they are there they lie here.
          if (state.kind === 'saved') clear();
          setSaving(state);
        },
        SAVE_AFTER_MS,
      ),
  );

  useEffect(() => version.hear(task.version), [version, task.version]);
  // What a reload or a broken line left on this machine goes to the server now.
  useEffect(() => {
    if (editable && restored) autosave.change(restored);
  }, [autosave, editable, restored]);
  // The line is back: what waits need not wait any longer.
  useEffect(() => {
    const onOnline = () => void autosave.flush();
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [autosave]);
  // Whoever opens the next case leaves nothing unsaved behind.
  useEffect(() => () => void autosave.flush(), [autosave]);

  const base: Written = edited ?? (editable && restored ? restored : { points: task.points, opinion: task.opinion });
  return {
    ...base,
    version: version.value,
    saving,
    change: (part) => {
      if (!editable) return;
      const next = { points: part.points ?? base.points, opinion: part.opinion ?? base.opinion };
      setEdited(next);
      autosave.change(next);
    },
    save: () => void autosave.flush(),
    flush: async () => {
      const lost = await autosave.flush();
      if (lost) throw problemOf(lost.cause);
    },
    isUntouched: edited === null && !(editable && restored),
    settle: async () => {
      await autosave.settle();
      return version.value;
    },
    resume: () => autosave.resume(),
    forget: clear,
  };
}
