import { describe, expect, it } from '@jest/globals';
import { ROLES, ROLE_LABELS } from './roles.js';

describe('roles of the glossary', () => {
  it('has the nine roles, each with its own Chinese name', () => {
    expect(ROLES).toHaveLength(9);
    expect(Object.keys(ROLE_LABELS).sort()).toEqual([...ROLES].sort());
    expect(new Set(Object.values(ROLE_LABELS)).size).toBe(ROLES.length);
  });
});
