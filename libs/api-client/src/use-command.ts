import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { IntentionKeys, type IntentionShelf } from './intention-keys.js';
import { problemOf, type ProblemError } from './problem-error.js';

export interface CommandOptions<I, R> {
  onDone?: (result: R, input: I) => void;
  onRefused?: (problem: ProblemError, input: I) => void;
  /** Keeps the key over a reload, until the outcome is known; used with `keyedBy.kept`. */
  shelf?: IntentionShelf;
}

/** Gives the key of an intention, described by everything that the request will carry. */
export interface KeyedBy {
  (content: unknown): { idempotencyKey: string };
  /** The same, once the key lies on the command's shelf. */
  kept(content: unknown): Promise<{ idempotencyKey: string }>;
}

/**
 * A mutating call as one intention: the same `Idempotency-Key` over its retries, so that an answer lost on the way
 * never makes two of it; another content takes another key, as the server wants it.
 * @param run calls the endpoint with the key of what it sends
 */
export function useCommand<I, R>(
  run: (input: I, keyedBy: KeyedBy) => Promise<R>,
  options: CommandOptions<I, R> = {},
): UseMutationResult<R, ProblemError, I> {
  const [keys] = useState(() => new IntentionKeys(undefined, options.shelf ?? null));
  return useMutation<R, ProblemError, I>({
    mutationFn: async (input) => {
      try {
        const keyedBy = Object.assign((content: unknown) => ({ idempotencyKey: keys.of(content) }), {
          kept: async (content: unknown) => ({ idempotencyKey: await keys.kept(content) }),
        });
        const result = await run(input, keyedBy);
        keys.settle();
        return result;
      } catch (error) {
        const problem = problemOf(error);
        if (!problem.outcomeUnknown) keys.settle();
        throw problem;
      }
    },
    onSuccess: (result, input) => options.onDone?.(result, input),
    onError: (problem, input) => options.onRefused?.(problem, input),
  });
}
