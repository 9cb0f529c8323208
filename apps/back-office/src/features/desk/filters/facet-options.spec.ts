import { describe, expect, it } from '@jest/globals';
import { itemOptions, stepOptions } from './facet-options.js';

const facets = [
  { itemId: 'a', itemName: '食品经营许可', stepName: '书面审查', count: 4 },
  { itemId: 'a', itemName: '食品经营许可', stepName: '决定', count: 2 },
  { itemId: 'b', itemName: '公共场所卫生许可', stepName: '决定', count: 1 },
];

describe('what there is to filter by', () => {
  it('names each item once with all of its work', () => {
    expect(itemOptions(facets)).toEqual([
      { value: 'a', label: '食品经营许可 6' },
      { value: 'b', label: '公共场所卫生许可 1' },
    ]);
  });

  it('names the steps of the chosen item, or of all', () => {
    expect(stepOptions(facets, null).map(({ label }) => label)).toEqual(['书面审查 4', '决定 3']);
    expect(stepOptions(facets, 'b').map(({ label }) => label)).toEqual(['决定 1']);
  });
});
