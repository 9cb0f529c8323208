import { normalCombo } from './combo.js';

/** One key's meaning while its owner is on the screen. */
export interface KeyBinding {
  /** What it does, as the key panel prints it. */
  label: string;
  /** Acts. May return false to say that it did not apply: the press then goes on to the layer below. */
  run: () => unknown;
  /** True for keys that repeat while held (J, K, arrows). Verbs don't. */
  repeat?: boolean;
  /** True to leave it out of the key panel. */
  hidden?: boolean;
  /** True for what acts behind a lock too: it shows and changes nothing of the work. */
  overLock?: boolean;
}

/** A map from combination to meaning; a bare function is a hidden binding. */
export type KeyBindings = Record<string, KeyBinding | (() => unknown)>;

/** How near to the person an owner is: the nearer one is asked first. `lock` hides all the others. */
export const KEY_SCOPES = ['app', 'page', 'pane', 'panel', 'lock'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** One owner's bindings: a screen, a pane, a panel. */
export interface KeyLayer {
  /** Heading in the key panel: 受理台, 材料. */
  readonly title: string;
  readonly scope: KeyScope;
  readonly bindings: ReadonlyMap<string, KeyBinding>;
}

/** One heading of the key panel. */
export interface KeyGroup {
  title: string;
  keys: { label: string; combos: string[] }[];
}

/** Makes a layer from what an owner wrote. */
export function keyLayer(title: string, bindings: KeyBindings, scope: KeyScope = 'page'): KeyLayer {
  const map = new Map<string, KeyBinding>();
  for (const [written, binding] of Object.entries(bindings)) {
    const full = typeof binding === 'function' ? { label: '', run: binding, hidden: true } : binding;
    for (const combo of written.split(' ')) map.set(normalCombo(combo), full);
  }
  return { title, scope, bindings: map };
}

/** The layers that are on the screen; a key goes to the nearest scope that knows it, within one scope to the newest. */
export class KeyMap {
  private layers: { id: symbol; layer: KeyLayer }[] = [];

  /** Adds a layer; the answer changes it or takes it away again. */
  add(layer: KeyLayer): { replace: (next: KeyLayer) => void; remove: () => void } {
    const entry = { id: Symbol(layer.title), layer };
    this.layers.push(entry);
    return {
      replace: (next) => {
        entry.layer = next;
      },
      remove: () => {
        this.layers = this.layers.filter(({ id }) => id !== entry.id);
      },
    };
  }

  /** The bindings of a combination, nearest first; behind a lock only the lock's and those that stand over it. */
  candidates(combo: string): KeyBinding[] {
    const own = this.visible().flatMap((layer) => layer.bindings.get(combo) ?? []);
    if (!this.isLocked()) return own;
    const others = this.layers.flatMap(({ layer }) => (layer.scope === 'lock' ? [] : (layer.bindings.get(combo) ?? [])));
    return [...own, ...others.filter(({ overLock }) => overLock === true)];
  }

  /** What the key panel prints: nearest scope first, within one the order of the screen; keys of one meaning together. */
  list(): KeyGroup[] {
    const groups = new Map<string, Map<string, string[]>>();
    const taken = new Set<string>();
    for (const layer of this.visible().sort((a, b) => this.order(a) - this.order(b))) {
      const labels = groups.get(layer.title) ?? new Map<string, string[]>();
      groups.set(layer.title, labels);
      for (const [combo, { hidden, label }] of layer.bindings) {
        if (hidden || taken.has(combo)) continue;
        taken.add(combo);
        labels.set(label, [...(labels.get(label) ?? []), combo]);
      }
    }
    return [...groups]
      .filter(([, labels]) => labels.size > 0)
      .map(([title, labels]) => ({ title, keys: [...labels].map(([label, combos]) => ({ label, combos })) }));
  }

  /** True while a lock is on: nothing else may act, scans included. */
  isLocked(): boolean {
    return this.layers.some(({ layer }) => layer.scope === 'lock');
  }

  /** Nearest scope first, then as registered. */
  private order(layer: KeyLayer): number {
    return -KEY_SCOPES.indexOf(layer.scope) * 10_000 + this.layers.findIndex((entry) => entry.layer === layer);
  }

  private visible(): KeyLayer[] {
    const nearness = (layer: KeyLayer) => KEY_SCOPES.indexOf(layer.scope);
    const nearestFirst = this.layers
      .map(({ layer }) => layer)
      .reverse()
      .sort((a, b) => nearness(b) - nearness(a));
    return this.isLocked() ? nearestFirst.filter((layer) => layer.scope === 'lock') : nearestFirst;
  }
}
