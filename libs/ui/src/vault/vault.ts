import { newSealingKey, seal, tagOf, unseal } from './sealing.js';
import { VaultStore, type VaultLock } from './vault-store.js';

/** What is put is written this long after, several writings together. */
const WRITE_AFTER_MS = 40;
/** How often it is noted that the session is in use. */
const TOUCH_EVERY_MS = 20_000;
const MINUTE_MS = 60_000;
const CHANNEL = 'ow-vault';
/** Over the channel: signed out, nothing may stay; the session ended by itself, or another began; somebody works, where no database tells it. */
type Message = 'wiped' | 'ended' | 'used';

/** Without a database there is nothing to seal, and so no key. */
type Lock = Omit<VaultLock, 'key'> & { readonly key: CryptoKey | null };

/** What the vault needs from outside; the tests give their own time. */
export interface VaultPorts {
  now(): number;
  setTimer(run: () => void, ms: number): unknown;
}

/** Who is signed in, as far as the vault needs to know. */
export interface VaultSession {
  readonly csrfToken: string;
  readonly idleMinutes: number;
  readonly staff: { readonly id: string };
}

/**
 * What this browser keeps over a reload or a crash: sealed with a key that cannot be read out, in IndexedDB, and only as long as the
 * session lasts. Reading is at once, from memory; writing follows a moment later. Where the browser has no database or no cryptography
 * (an address without HTTPS) everything stays in memory.
 */
export class Vault {
  private store: VaultStore | null = null;
  private lock: Lock | null = null;
  /** Whose values are in memory. */
  private person: string | null = null;
  private values = new Map<string, unknown>();
  private dirty = new Set<string>();
  private writing: Promise<void> = Promise.resolve();
  private isScheduled = false;
  private touchedAt = 0;
  private isHeld = false;
  private channel: BroadcastChannel | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ports: VaultPorts = { now: () => Date.now(), setTimer: (run, ms) => globalThis.setTimeout(run, ms) }) {}

  /** Does what is put here outlive a reload? */
  get isLasting(): boolean {
    return this.store !== null;
  }

  /** Reads what an earlier page of the same session left. Called once, before the first screen. */
  async open(): Promise<void> {
    if (typeof BroadcastChannel !== 'undefined') {
      this.channel = new BroadcastChannel(CHANNEL);
      this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data);
    }
    if (!globalThis.crypto?.subtle || typeof indexedDB === 'undefined') return;
    try {
      this.store = await VaultStore.open();
      await this.unlock();
    } catch {
      // A private window or a full disk: what is put stays in memory.
      this.store = null;
    }
  }

  private hear(message: Message): void {
    if (message === 'used') {
      if (this.lock) this.lock = { ...this.lock, usedAt: this.ports.now() };
      return;
    }
    // What is written here waits for the same person, as in the tab that ended the session.
    if (message === 'ended') this.keepInMemory();
    else this.forget();
    for (const listener of this.listeners) listener();
  }

  private async unlock(): Promise<void> {
    const lock = await this.store?.lock();
    if (!lock) return;
    if (this.isOver(lock)) {
      await this.wipe();
      return;
    }
    this.lock = lock;
    await this.read(lock.key);
  }

  private async read(key: CryptoKey): Promise<void> {
    for (const [name, sealed] of (await this.store?.records()) ?? []) {
      try {
        this.values.set(name, await unseal(key, name, sealed));
      } catch {
        // Torn or strange: as if it had not been there.
      }
    }
  }

  /** The server has told who is signed in: another session finds nothing of the one before, but for what was held for the same person. */
  async enter({ csrfToken, idleMinutes, staff }: VaultSession): Promise<void> {
    const tag = await tagOf(csrfToken);
    // Another tab may have been quicker: what lies on the disk counts.
    const known = this.store ? await this.store.lock() : this.lock;
    const { isHeld } = this;
    const held = isHeld && this.person === staff.id ? this.values : new Map<string, unknown>();
    if (known?.tag === tag) {
      this.lock = known;
      this.person = staff.id;
      if (isHeld) {
        this.values = new Map();
        if (known.key) await this.read(known.key);
        this.putBack(held);
      }
      // Loading a page is a hand on it; what it reads anew by itself later is none.
      if (this.touchedAt === 0) this.touch();
      return;
    }
    if (!this.store) {
      this.lock = { tag, key: null, idleMinutes, usedAt: this.ports.now() };
      if (isHeld) this.values = new Map();
      this.person = staff.id;
      this.putBack(held);
      return;
    }
    await this.clear('ended');
    const lock = { tag, key: await newSealingKey(), idleMinutes, usedAt: this.ports.now() };
    await this.store.keepLock(lock);
    this.lock = lock;
    this.person = staff.id;
    this.touchedAt = lock.usedAt;
    this.putBack(held);
  }

  /** What another tab of the same person has put meanwhile is newer. */
  private putBack(held: ReadonlyMap<string, unknown>): void {
    this.isHeld = false;
    for (const [name, value] of held) if (!this.values.has(name)) this.put(name, value);
  }

  /** The value put under this name, or undefined. */
  get(name: string): unknown {
    return this.values.get(name);
  }

  /** Names that begin so. */
  names(prefix: string): string[] {
    return [...this.values.keys()].filter((name) => name.startsWith(prefix));
  }

  /** Keeps a value that JSON can carry; it must not be changed afterwards. */
  put(name: string, value: unknown): void {
    this.values.set(name, value);
    this.note(name);
  }

  remove(name: string): void {
    if (!this.values.delete(name)) return;
    this.note(name);
  }

  /** Reads one value anew from the disk: another tab may have written it. */
  async reread(name: string): Promise<unknown> {
    const sealed = await this.store?.record(name);
    if (this.lock?.key && sealed) this.values.set(name, await unseal(this.lock.key, name, sealed));
    else if (this.store) this.values.delete(name);
    return this.values.get(name);
  }

  /** Resolves when all that was put so far lies on the disk. */
  settled(): Promise<void> {
    this.writing = this.writing.then(() => this.write()).catch(() => undefined);
    return this.writing;
  }

  /** Somebody works with the screen: the time without a hand on it begins anew. */
  touch(): void {
    const now = this.ports.now();
    // The clock may have been set back. Who comes when the time is over, from a sleep for instance, signs in first.
    if (!this.lock || Math.abs(now - this.touchedAt) < TOUCH_EVERY_MS || this.isOver(this.lock)) return;
    this.touchedAt = now;
    const { key, ...lock } = { ...this.lock, usedAt: now };
    this.lock = { ...lock, key };
    if (this.store && key) void this.store.keepLock({ ...lock, key }).catch(() => undefined);
    else this.tell('used');
  }

  /** Has nobody worked with any screen of this browser for as long as a session lasts? The other tabs tell by the disk. */
  async isIdle(): Promise<boolean> {
    if (!this.lock || !this.isOver(this.lock)) return false;
    const known = await this.store?.lock().catch(() => undefined);
    // Another session has begun meanwhile: this tab slept over it, and is told.
    if (known && known.tag !== this.lock?.tag) return false;
    if (known && this.lock && known.usedAt > this.lock.usedAt) this.lock = known;
    return this.lock !== null && this.isOver(this.lock);
  }

  private isOver({ usedAt, idleMinutes }: Lock): boolean {
    return this.ports.now() - usedAt > idleMinutes * MINUTE_MS;
  }

  /** The session is over: nothing of it stays, neither the records nor the key. */
  wipe(): Promise<void> {
    return this.clear('wiped');
  }

  private async clear(message: Message): Promise<void> {
    this.forget();
    await this.writing;
    await this.store?.wipe();
    this.tell(message);
  }

  /** Calls when another tab ended the session. @returns stops it */
  onForgotten(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hears no more from other tabs. */
  close(): void {
    this.channel?.close();
    this.channel = null;
  }

  /**
   * The session ended in the middle of the work: the disk is wiped, and what the page still shows waits in its memory for the same person.
   * Whoever lets in another person calls `wipe`.
   */
  async hold(): Promise<void> {
    const own = this.lock?.tag;
    this.keepInMemory();
    await this.writing;
    const known = await this.store?.lock();
    // A tab that noticed late: somebody has signed in again meanwhile, and works.
    if (own === undefined || (known && known.tag !== own)) return;
    await this.store?.wipe();
    this.tell('ended');
  }

  private keepInMemory(): void {
    const { values, person } = this;
    this.forget();
    this.values = values;
    this.person = person;
    this.isHeld = true;
  }

  private tell(message: Message): void {
    this.channel?.postMessage(message);
  }

  private forget(): void {
    this.isHeld = false;
    this.lock = null;
    this.person = null;
    this.values = new Map();
    this.dirty = new Set();
  }

  private note(name: string): void {
    this.dirty.add(name);
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.ports.setTimer(() => {
      this.isScheduled = false;
      void this.settled();
    }, WRITE_AFTER_MS);
  }

  private async write(): Promise<void> {
    const { lock, store } = this;
    // Before the session is known nothing is written; what was put waits.
    if (!lock?.key || !store || this.dirty.size === 0) return;
    const { key } = lock;
    const names = [...this.dirty];
    this.dirty = new Set();
    const records = await Promise.all(
      names.map(async (name) => [name, this.values.has(name) ? await seal(key, name, this.values.get(name)) : null] as const),
    );
    // Wiped in the meantime: what was sealed for the old session is not put back.
    if (this.lock?.tag !== lock.tag) return;
    await store.write(records);
  }
}

/** The one vault of a page. */
export const vault = new Vault();
