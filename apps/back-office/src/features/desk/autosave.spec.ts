import { describe, expect, it } from '@jest/globals';
import { Autosave, NotSavedYet, type SaveState } from './autosave.js';

function desk() {
  const calls: { value: string; answer: (at: string) => void; refuse: (error: Error) => void }[] = [];
  const states: SaveState[] = [];
  const timers = new Map<number, () => void>();
  let next = 0;
  const autosave = new Autosave<string>(
    (value) => new Promise((answer, refuse) => calls.push({ value, answer, refuse })),
    (state) => states.push(state),
    800,
    {
      set: (run) => {
        timers.set(++next, run);
        return next;
      },
      clear: (id) => timers.delete(id as number),
    },
  );
  const pass = () => {
    const due = [...timers.values()];
    timers.clear();
    for (const run of due) run();
  };
  return { autosave, calls, states, pass, timers };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('Autosave', () => {
  it('saves the last value once typing rests', async () => {
    const { autosave, calls, states, pass } = desk();
    autosave.change('符');
    autosave.change('符合');
    expect(calls).toHaveLength(0);
    pass();
    expect(calls.map(({ value }) => value)).toEqual(['符合']);
    calls[0]?.answer('2026-10-29T02:41:00Z');
    await turn();
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '2026-10-29T02:41:00Z' });
  });

  it('never has two calls under way: what changes meanwhile follows', async () => {
    const { autosave, calls, pass } = desk();
    autosave.change('一');
    pass();
    autosave.change('二');
    pass();
    expect(calls).toHaveLength(1);
    calls[0]?.answer('t1');
    await turn();
    pass();
    expect(calls.map(({ value }) => value)).toEqual(['一', '二']);
  });

  it('keeps the sentence of a refusal', async () => {
    const { autosave, calls, states, pass } = desk();
    autosave.change('一');
    pass();
    calls[0]?.refuse(new Error('网络中断'));
    await turn();
    expect(states.at(-1)).toEqual({ kind: 'failed', words: '网络中断' });
  });

  it('tries again what a broken line lost, and nothing that was refused', async () => {
    const { autosave, calls, states, pass } = desk();
    autosave.change('一');
    pass();
    calls[0]?.refuse(new NotSavedYet('网络中断'));
    await turn();
    expect(states.at(-1)?.kind).toBe('failed');
    pass();
    calls[1]?.refuse(new Error('谢文彬 10:41 已签收本件。'));
    await turn();
    pass();
    expect(calls.map(({ value }) => value)).toEqual(['一', '一']);
  });

  it('prefers what was written meanwhile', async () => {
    const { autosave, calls, pass } = desk();
    autosave.change('一');
    pass();
    autosave.change('二');
    calls[0]?.refuse(new NotSavedYet('网络中断'));
    await turn();
    pass();
    expect(calls.map(({ value }) => value)).toEqual(['一', '二']);
  });

  it('saves at once when the case is left', async () => {
    const { autosave, calls } = desk();
    autosave.change('一');
    const flushed = autosave.flush();
    await turn();
    expect(calls.map(({ value }) => value)).toEqual(['一']);
    calls[0]?.answer('t');
    await flushed;
  });

  it('settles before a command that carries the opinion itself', async () => {
    const { autosave, calls, pass, timers } = desk();
    autosave.change('一');
    pass();
    autosave.change('二');
    const settled = autosave.settle();
    calls[0]?.answer('t');
    await settled;
    pass();
    expect(calls).toHaveLength(1);
    expect(timers.size).toBe(0);
  });

  it('has nothing to flush when nothing changed', async () => {
    const { autosave, calls } = desk();
    expect(await autosave.flush()).toBeNull();
    expect(calls).toHaveLength(0);
  });

  it('says on being flushed that the server refused the last value, until another one is there', async () => {
    const { autosave, calls, pass } = desk();
    autosave.change('一');
    pass();
    calls[0]?.refuse(new Error('核验说明里有证件号'));
    await turn();
    const again = autosave.flush();
    await turn();
    calls[1]?.refuse(new Error('核验说明里有证件号'));
    expect((await again)?.message).toBe('核验说明里有证件号');
    autosave.change('二');
    const flushed = autosave.flush();
    await turn();
    calls[2]?.answer('t');
    expect(await flushed).toBeNull();
    expect(calls.map(({ value }) => value)).toEqual(['一', '一', '二']);
  });

  it('tries what was refused once more on being flushed, and no more once it is saved', async () => {
    const { autosave, calls, pass } = desk();
    autosave.change('一');
    pass();
    const early = autosave.flush();
    await turn();
    calls[0]?.refuse(new Error('请稍后再试'));
    expect((await early)?.message).toBe('请稍后再试');
    expect(calls).toHaveLength(1);
    const again = autosave.flush();
    await turn();
    calls[1]?.answer('t');
    expect(await again).toBeNull();
    expect(await autosave.flush()).toBeNull();
    expect(calls.map(({ value }) => value)).toEqual(['一', '一']);
  });

  it('leaves what was refused to the command that carries it, and saves it after all where that is refused too', async () => {
    const { autosave, calls, pass } = desk();
    autosave.change('一');
    pass();
    calls[0]?.refuse(new Error('请稍后再试'));
    await turn();
    await autosave.settle();
    expect(await autosave.flush()).toBeNull();
    expect(calls).toHaveLength(1);
    autosave.resume();
    pass();
    expect(calls.map(({ value }) => value)).toEqual(['一', '一']);
  });

  it('says that it is saved only when nothing newer waits, nor is carried by a command', async () => {
    const { autosave, calls, states, pass } = desk();
    autosave.change('一');
    pass();
    autosave.change('二');
    const settled = autosave.settle();
    calls[0]?.answer('t');
    await settled;
    expect(states.map(({ kind }) => kind)).not.toContain('saved');
  });

  it('saves after all what a refused command was to carry', async () => {
    const { autosave, calls, pass } = desk();
    autosave.change('一');
    pass();
    autosave.change('二');
    const settled = autosave.settle();
    calls[0]?.refuse(new NotSavedYet('网络中断'));
    await settled;
    autosave.resume();
    pass();
    expect(calls.map(({ value }) => value)).toEqual(['一', '二']);
    calls[1]?.answer('t');
    await turn();
    autosave.resume();
    pass();
    expect(calls).toHaveLength(2);
  });
});
