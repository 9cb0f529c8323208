/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ReadyRow } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '../../../test/render-hook.js';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { EMPTY_COLLECTOR } from './collector.js';
import { EMPTY_DELIVERY } from './delivery.js';
import { keepSitting, type KeptSitting, recallSitting } from './kept-sitting.js';
import { useIssueWindow } from './use-issue-window.js';

const rowOf = (caseId: string) =>
  ({ applicantId: 'A', caseId, methods: [], problems: [], actions: [{ action: 'handOver', allowed: true }] }) as unknown as ReadyRow;
const sitting: KeptSitting = {
  fromCaseId: null,
  applicantId: 'A',
  found: [rowOf('here'), rowOf('elsewhere')],
  unchecked: ['here'],
  entry: { ...EMPTY_COLLECTOR, relation: 'agent', name: '李秀英', authority: '授权委托书', compared: true, signed: true },
  told: { ...EMPTY_DELIVERY, method: 'post', trackingNo: '1234567890123' },
};

describe('the sitting at the issue window', () => {
  afterEach(() => {
    keepSitting(null);
    queryClient.clear();
    jest.restoreAllMocks();
  });

  it('comes back after a reload with who stood there and all that was entered, but for the signature', () => {
    keepSitting(sitting);
    expect(recallSitting(null)).toEqual({ ...sitting, entry: { ...sitting.entry, signed: false } });
  });

  it('shows the same results with the same ones left out', () => {
    jest.spyOn(api, 'listReady').mockResolvedValue({ items: [], nextCursor: null } as never);
    keepSitting(sitting);
    const window = renderHook(
      () => useIssueWindow('window', recallSitting(null)),
      (page) => <QueryClientProvider client={queryClient}>{page}</QueryClientProvider>,
    );
    expect(window.now().applicantId).toBe('A');
    expect(window.now().rows.map(({ caseId }) => caseId)).toEqual(['here', 'elsewhere']);
    expect(window.now().chosen.map(({ caseId }) => caseId)).toEqual(['elsewhere']);
    window.unmount();
  });

  it('is no other’s: of another case from the counter, or once the window is free', () => {
    keepSitting(sitting);
    expect(recallSitting('another-case')).toBeNull();
    keepSitting(null);
    expect(recallSitting(null)).toBeNull();
    expect(vault.names('sitting:')).toEqual([]);
  });
});
