import type { ProblemError } from '@onewindow/api-client';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from './api.js';
import { IntentionKeys } from './intention-keys.js';

export interface CommandOptions<I, R> {
  onDone?: (result: R, input: I) => void;
  onRefused?: (problem: ProblemError, input: I) => void;
}

/**
 * A mutating call as one intention: the same `Idempotency-Key` over its retries, so that an answer lost on the way
 * never makes two of it.
 * @param run calls the endpoint with the key
 */
export function useCommand<I, R>(
  run: (input: I, options: { idempotencyKey: string }) => Promise<R>,
  options: CommandOptions<I, R> = {},
): UseMutationResult<R, ProblemError, I> {
  const [keys] = useState(() => new IntentionKeys());
  return useMutation<R, ProblemError, I>({
    mutationFn: async (input) => {
      try {
        const result = await run(input, { idempotencyKey: keys.of(input) });
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
