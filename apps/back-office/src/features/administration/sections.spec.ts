import { expect, it } from '@jest/globals';
import { sectionsOf } from './sections.js';

it('shows each administrator the own sections', () => {
  expect(sectionsOf(['system_admin']).map(({ key }) => key)).toEqual(['people', 'imports', 'calendar', 'outage']);
  expect(sectionsOf(['security_admin']).map(({ key }) => key)).toEqual(['people', 'audit']);
  expect(sectionsOf(['auditor']).map(({ key }) => key)).toEqual(['audit']);
  expect(sectionsOf(['approver'])).toEqual([]);
});
