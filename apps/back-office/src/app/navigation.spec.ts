import { expect, it } from '@jest/globals';
import { placeOfPath, placesOf } from './navigation.js';

it('shows the places of the roles, in their order', () => {
  expect(placesOf(['chief']).map(({ label }) => label)).toEqual([
    '待办',
    '征求意见',
    '我的已办',
    '暂停延期',
    '部门看板',
    '代理授权',
    '受理督查',
  ]);
  expect(placesOf(['auditor', 'supervisor']).map(({ label }) => label)).toEqual(['督查台', '受理督查', '管理']);
  expect(placesOf(['clerk'])).toEqual([]);
});

it('knows where an address is', () => {
  expect(placeOfPath('/desk/0190')).toBe('desk');
  expect(placeOfPath('/messages')).toBe('messages');
  expect(placeOfPath('/elsewhere')).toBeUndefined();
});
