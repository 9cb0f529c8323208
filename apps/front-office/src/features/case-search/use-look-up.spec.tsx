/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { act } from 'react';
import { lateAnswer, renderHook, type RenderedHook } from '../../../test/render-hook.js';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { useLookUp } from './use-look-up.js';

describe('look-ups whose answers come late', () => {
  const opened = jest.fn<(id: string) => void>();
  let looking: RenderedHook<ReturnType<typeof useLookUp>>;
  let ofA: ReturnType<typeof lateAnswer<CaseDetail>>;
  let ofB: ReturnType<typeof lateAnswer<CaseDetail>>;
  const scan = (caseNo: string) => act(async () => void looking.now().lookUp({ kind: 'caseNo', caseNo }));

  beforeEach(() => {
    opened.mockClear();
    ofA = lateAnswer();
    ofB = lateAnswer();
    jest.spyOn(api, 'getCaseByNo').mockReturnValueOnce(ofA.promise).mockReturnValueOnce(ofB.promise);
    looking = renderHook(() => useLookUp(opened));
  });
  afterEach(() => {
    looking.unmount();
    queryClient.clear();
    jest.restoreAllMocks();
  });

  it('open the case that was scanned last, and no other after it', async () => {
    await scan('A');
    await scan('B');
    await ofB.give({ id: 'b' } as CaseDetail);
    await ofA.give({ id: 'a' } as CaseDetail);
    expect(opened.mock.calls).toEqual([['b']]);
    expect(looking.now()).toMatchObject({ busy: false, problem: null });
  });

  it('stay in sight as busy until the last one has answered', async () => {
    await scan('A');
    await scan('B');
    await ofA.refuse(new TypeError('broken line'));
    expect(looking.now()).toMatchObject({ busy: true, problem: null });
  });

  it('lead nobody away from a row that was opened by hand meanwhile', async () => {
    await scan('A');
    act(() => looking.now().drop());
    await ofA.give({ id: 'a' } as CaseDetail);
    expect(opened).not.toHaveBeenCalled();
    expect(looking.now().busy).toBe(false);
  });
});
