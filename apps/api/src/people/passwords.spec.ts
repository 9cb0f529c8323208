import { describe, expect, it } from '@jest/globals';
import { newPassword } from '@onewindow/contracts';
import { firstPassword, hashPassword, passwordMatches } from './passwords.js';

describe('passwords', () => {
  it('are kept as argon2id, salted', async () => {
    const [one, two] = await Promise.all([hashPassword('mima-2026-xx'), hashPassword('mima-2026-xx')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches(one, 'mima-2026-xx')).toBe(true);
    expect(await passwordMatches(one, 'mima-2026-xy')).toBe(false);
  });

  it('of nobody never match', async () => {
    expect(await passwordMatches(null, 'nobody has this password')).toBe(false);
  });
});

describe('firstPassword', () => {
  const secret = Buffer.alloc(32, 1);
  it('is the same for the same request, another for any other, and good enough to be a password', () => {
    const password = firstPassword(secret, 'a');
    expect(firstPassword(secret, 'a')).toBe(password);
    expect(firstPassword(secret, 'b')).not.toBe(password);
    expect(firstPassword(Buffer.alloc(32, 2), 'a')).not.toBe(password);
    expect(newPassword.safeParse(password).success).toBe(true);
  });
});
