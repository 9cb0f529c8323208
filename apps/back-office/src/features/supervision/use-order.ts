import { problemOf, type ProblemError } from '@onewindow/api-client';
import { useKeptWords } from '@onewindow/ui';
import { useState } from 'react';

/** The read of what an order would do. */
interface Preview {
  error: Error | null;
  refetch: () => unknown;
}

/** The command that gives the order. */
interface Sending {
  error: ProblemError | null;
  isPending: boolean;
  reset: () => void;
}

export interface Order {
  reason: string;
  onReason: (reason: string) => void;
  /** It was tried at least once: what is missing is said. */
  tried: boolean;
  /** Tries it. @returns the reason to send, or null while one is missing or the order is under way */
  attempt: () => string | null;
  isSending: boolean;
  /** What the server refused. */
  problem: ProblemError | null;
  /** What it would do could not be read. */
  unread: ProblemError | null;
  /** Puts a refusal away, and reads anew what it would do. */
  refresh: () => void;
  dismiss: () => void;
}

/**
 * What every order to many has, whatever it orders: a reason, a refusal, and a preview that can be read anew. `OrderFrame` shows it.
 * @param about under which the reason outlasts a reload; forgotten by whoever has sent it
 */
export function useOrder(about: string, preview: Preview, sending: Sending, firstReason = ''): Order {
  const [reason, setReason] = useKeptWords(about, firstReason);
  const [tried, setTried] = useState(false);
  return {
    reason,
    onReason: setReason,
    tried,
    attempt: () => {
      setTried(true);
      const words = reason.trim();
      return words === '' || sending.isPending ? null : words;
    },
    isSending: sending.isPending,
    problem: sending.error,
    unread: preview.error === null ? null : problemOf(preview.error),
    refresh: () => {
      sending.reset();
      void preview.refetch();
    },
    dismiss: sending.reset,
  };
}
