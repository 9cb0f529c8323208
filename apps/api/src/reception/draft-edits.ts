import type { Endpoints, InputOf } from '@onewindow/contracts';

/** The sections of a draft that a clerk may send, each whole. */
export type DraftEdits = Omit<InputOf<Endpoints['saveDraft']>['body'], 'expectedVersion'>;
