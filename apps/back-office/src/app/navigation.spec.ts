import { expect, it } from '@jest/globals';
import { closedPlace, placeOfPath, placesOf } from './navigation.js';

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

it('names the place that somebody else’s address leads to', () => {
  expect(closedPlace('/supervision', ['approver'])).toBe('督查台');
  expect(closedPlace('/admin/audit', ['chief'])).toBe('管理');
  expect(closedPlace('/desk/0190', ['clerk'])).toBe('待办');
  expect(closedPlace('/desk/0190', ['approver'])).toBeNull();
  expect(closedPlace('/messages', ['clerk'])).toBeNull();
  expect(closedPlace('/elsewhere', ['approver'])).toBeNull();
});
