import { describe, expect, it } from '@jest/globals';
import type { Applicant } from './applicant.entity.js';
import { presentApplicant } from './applicant.presenter.js';

const applicant = (kind: 'natural' | 'legal', name: string, representativeName: string | null) =>
  ({ kind, name, identityMasked: '***', representativeName, representativeIdentityMasked: '440***********0025' }) as Applicant;

describe('who sees which name of an applicant (R10.2)', () => {
  it.each([true, false])(
    'a company and who represents it stand in the public register, with the number masked (its own hall: %s)',
    (ownHall) => {
      expect(presentApplicant(applicant('legal', '临江云图科技有限公司', '陈嘉敏'), ownHall)).toMatchObject({
        name: '临江云图科技有限公司',
        legalRepresentative: { name: '陈嘉敏', identityMasked: '440***********0025' },
      });
    },
  );

  it('a person by name in the hall that serves them alone', () => {
    expect(presentApplicant(applicant('natural', '王小明', null), true).name).toBe('王小明');
    expect(presentApplicant(applicant('natural', '王小明', null), false)).toMatchObject({ name: '王**', legalRepresentative: null });
  });
});
