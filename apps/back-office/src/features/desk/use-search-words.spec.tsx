/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useSearchWords } from './use-search-words.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function Search({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { typed, type } = useSearchWords(value, onSearch);
  return <input value={typed} onChange={(event) => type(event.target.value)} />;
}

describe('the search of a list', () => {
  let root: Root;
  let place: HTMLElement;
  const searched = jest.fn<(q: string) => void>();
  const show = (value: string) => act(() => root.render(<Search value={value} onSearch={searched} />));
  const field = () => place.querySelector('input') as HTMLInputElement;
  const type = (words: string) =>
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), words);
      field().dispatchEvent(new Event('input', { bubbles: true }));
    });
  const wait = () => act(() => jest.advanceTimersByTime(400));

  beforeEach(() => {
    jest.useFakeTimers();
    searched.mockClear();
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
    show('');
  });
  afterEach(() => {
    act(() => root.unmount());
    place.remove();
    jest.useRealTimers();
  });

  it('keeps what was typed while the address was still taking up what was typed before', () => {
    type('何');
    wait();
    expect(searched).toHaveBeenLastCalledWith('何');
    type('何建');
    show('何');
    expect(field().value).toBe('何建');
    wait();
    expect(searched).toHaveBeenLastCalledWith('何建');
  });

  it('follows the address that changes elsewhere: a chip taken off, a step back', () => {
    type('何');
    wait();
    show('何');
    show('');
    expect(field().value).toBe('');
    show('何');
    expect(field().value).toBe('何');
  });

  it('searches for no number of a person: what is looked for stands in the address (R10.2)', () => {
    type('138-0000-6021');
    wait();
    expect(searched).not.toHaveBeenCalled();
  });
});
