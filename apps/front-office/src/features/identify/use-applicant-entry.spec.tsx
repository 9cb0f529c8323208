/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ApplicantInput, CaseDetail } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import { act } from 'react';
import { lateAnswer, renderHook, type RenderedHook } from '../../../test/render-hook.js';
import { api } from '../../app/api.js';
import { useApplicantEntry } from './use-applicant-entry.js';
import type { Identified } from './use-identify.js';

const A = '11010519491231002X';
const B = '110105194912310003';
const personOf = (name: string): Identified =>
  ({
    applicant: { kind: 'natural', name, address: `${name}家`, legalRepresentative: null },
    ...{ registry: null, licences: [], earlierAgents: [], earlierCounts: { received: 1 } },
  }) as unknown as Identified;

describe('the applicant as identified', () => {
  const completed = jest.fn<(input: ApplicantInput) => void>();
  let count = 0;
  let form: RenderedHook<ReturnType<typeof useApplicantEntry>>;
  let ofA: ReturnType<typeof lateAnswer<Identified>>;
  let ofB: ReturnType<typeof lateAnswer<Identified>>;
  const identified = () => jest.mocked(api.identifyApplicant);
  const scan = (number: string) => act(async () => void form.now().scan(number));
  const change = (patch: Parameters<ReturnType<typeof useApplicantEntry>['change']>[0]) => act(async () => form.now().change(patch));

  beforeEach(() => {
    completed.mockClear();
    for (const name of vault.names('')) vault.remove(name);
    ofA = lateAnswer();
    ofB = lateAnswer();
    jest.spyOn(api, 'identifyApplicant').mockReturnValueOnce(ofA.promise).mockReturnValueOnce(ofB.promise);
    const detail = { id: `case-${(count += 1)}`, applicant: null } as CaseDetail;
    form = renderHook(() => useApplicantEntry(detail, ['natural', 'legal'], completed));
  });
  afterEach(() => {
    form.unmount();
    jest.restoreAllMocks();
  });

  it('is not filled with what is known of the card before, however late that answer comes', async () => {
    await scan(A);
    await scan(B);
    await ofA.give(personOf('王建国'));
    expect(form.now().entry).toMatchObject({ identityNumber: B, name: '', address: '' });
    expect(form.now().lookUp).toMatchObject({ found: null, busy: true });
    expect(completed).not.toHaveBeenCalled();
    await ofB.give(personOf('李秀英'));
    expect(form.now().entry).toMatchObject({ identityNumber: B, name: '李秀英' });
    expect(completed.mock.calls.map(([{ identityNumber, name }]) => [identityNumber, name])).toEqual([[B, '李秀英']]);
  });

  it('shows what was found for as long as its number stands there, and has it again without asking twice', async () => {
    await scan(A);
    await ofA.give(personOf('王建国'));
    expect(form.now().lookUp.found).not.toBeNull();
    await change({ identityType: 'passport', identityNumber: 'E12345678' });
    expect(form.now().lookUp.found).toBeNull();
    expect(form.now().entry).toMatchObject({ name: '', address: '' });
    await change({ identityType: 'idCard', identityNumber: A });
    expect(form.now().entry.name).toBe('王建国');
    expect(identified()).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing of a stranger beside the applicant who stands again after 不改了', async () => {
    await scan(A);
    await ofA.give(personOf('王建国'));
    await scan(B);
    await ofB.give(personOf('李秀英'));
    expect(form.now().lookUp.found?.applicant?.name).toBe('李秀英');
    act(() => form.now().reset());
    expect(form.now().lookUp.found).toBeNull();
  });
});
