/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, useLayoutEffect } from 'react';
import { render } from '../../test/render.js';
import { useKeptValue } from './kept-value.js';
import { vault } from './vault.js';

type Verdicts = Readonly<Record<string, string>>;
const NONE: Verdicts = {};
let seen: ReturnType<typeof useKeptValue<Verdicts>>;
const see = (kept: typeof seen) => {
  seen = kept;
};

function Form({ about }: { about: string }) {
  const kept = useKeptValue(about, NONE);
  useLayoutEffect(() => see(kept));
  return null;
}

/** The form as it stands on a page that has just been loaded. */
const reload = (about = 'case-1:arrivals') => render(<Form about={about} />);

describe('what is being entered', () => {
  beforeEach(() => {
    for (const name of vault.names('')) vault.remove(name);
  });

  it('outlasts a reload, for its own record alone', () => {
    const first = reload();
    act(() => seen[1]({ card: 'qualified' }));
    act(() => seen[1]((now) => ({ ...now, photo: 'faulty' })));
    first.unmount();
    const again = reload();
    expect(seen[0]).toEqual({ card: 'qualified', photo: 'faulty' });
    again.unmount();
    reload('case-2:arrivals').unmount();
    expect(seen[0]).toBe(NONE);
  });

  it('is gone once it has been sent, though its screen closes with the sending', () => {
    const first = reload();
    act(() => seen[1]({ card: 'qualified' }));
    act(() => {
      seen[1](NONE);
      first.unmount();
    });
    reload().unmount();
    expect(seen[0]).toBe(NONE);
    expect(vault.names('value:')).toEqual([]);
  });
});
