import './kbd.css';

const WORDS: Record<string, string> = {
  Space: '空格',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The printed form of a key combination: `Alt+ArrowDown` → `Alt+↓`, `Space` → `空格`. */
export function keyWords(keys: string): string {
  if (keys === '+') return keys;
  return keys
    .split('+')
    .map((part) => WORDS[part] ?? part)
    .join('+');
}

export interface KbdProps {
  /** A key combination as it is registered, e.g. `Ctrl+Enter`, `F2`, `Space`. */
  keys: string;
}

/** A key as printed on its button. */
export function Kbd({ keys }: KbdProps) {
  return <kbd className="ow-kbd">{keyWords(keys)}</kbd>;
}

export interface KeyHintsProps {
  /** Combinations and what they do: `[['J', 'K'], '上下']`. */
  hints: readonly (readonly [readonly string[], string])[];
}

/** The line of keys under a list: `J` `K` 上下. */
export function KeyHints({ hints }: KeyHintsProps) {
  return (
    <span className="ow-key-hints">
      {hints.map(([keys, words]) => (
        <span key={words} className="ow-key-hint">
          {keys.map((k) => (
            <Kbd key={k} keys={k} />
          ))}
          <span>{words}</span>
        </span>
      ))}
    </span>
  );
}
