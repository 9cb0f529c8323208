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

  /** The bindings of a combination, nearest first; behind a lock only the lock's. */
  candidates(combo: string): KeyBinding[] {
    return this.visible().flatMap((layer) => layer.bindings.get(combo) ?? []);
  }

  /** What the key panel prints: the layers with their labelled bindings, nearest first. */
  list(): { title: string; keys: { combo: string; label: string }[] }[] {
    const groups = new Map<string, { combo: string; label: string }[]>();
    for (const layer of this.visible()) {
      const keys = groups.get(layer.title) ?? [];
      for (const [combo, binding] of layer.bindings) {
        if (!binding.hidden && !keys.some((k) => k.combo === combo)) keys.push({ combo, label: binding.label });
      }
      groups.set(layer.title, keys);
    }
    return [...groups].filter(([, keys]) => keys.length > 0).map(([title, keys]) => ({ title, keys }));
  }

  /** True while a lock is on: nothing else may act, scans included. */
  isLocked(): boolean {
    return this.layers.some(({ layer }) => layer.scope === 'lock');
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
