import { useCommand, type ProblemError } from '@onewindow/api-client';
import type { DeskFilter, DeskSettings, PhraseLists } from '@onewindow/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.js';

const SETTINGS_KEY = ['desk-settings'] as const;

/** Saved searches, phrases and 自动签收 of this person. */
export const deskSettingsQuery = queryOptions({
  queryKey: SETTINGS_KEY,
  queryFn: ({ signal }) => api.getDeskSettings(undefined, { signal }),
  staleTime: 5 * 60_000,
});

/** One change of the own desk; the answer is how it is set up then. */
type SettingsChange =
  | { kind: 'autoClaim'; autoClaim: boolean }
  | { kind: 'saveSearch'; name: string; filter: DeskFilter }
  | { kind: 'removeSearch'; id: string }
  | { kind: 'phrases'; of: 'own' | 'department'; task: PhraseLists['kind']; phrases: string[] | null };

export interface SettingsCommand {
  run: (change: SettingsChange) => void;
  busy: boolean;
  problem: ProblemError | null;
  dismiss: () => void;
}

/** Changes the set-up of the own desk. */
export function useDeskSettingsCommand(onDone?: (settings: DeskSettings) => void): SettingsCommand {
  const client = useQueryClient();
  const command = useCommand(
    (change: SettingsChange, keyedBy): Promise<DeskSettings> => {
      const options = keyedBy(change);
      switch (change.kind) {
        case 'autoClaim':
          return api.setAutoClaim({ body: { autoClaim: change.autoClaim } }, options);
        case 'saveSearch':
          return api.saveSearch({ body: { name: change.name, filter: change.filter } }, options);
        case 'removeSearch':
          return api.removeSearch({ params: { id: change.id } }, options);
        case 'phrases':
          return api.setPhrases({ body: { kind: change.task, of: change.of, phrases: change.phrases } }, options);
      }
    },
    {
      onDone: (settings) => {
        client.setQueryData(SETTINGS_KEY, settings);
        onDone?.(settings);
      },
    },
  );
  return { run: (change) => command.mutate(change), busy: command.isPending, problem: command.error, dismiss: command.reset };
}
