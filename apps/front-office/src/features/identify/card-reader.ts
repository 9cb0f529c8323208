import { z } from 'zod';

/** What a card reader says of the card that lies on it. */
export interface CardRead {
  number: string;
  name?: string | undefined;
  address?: string | undefined;
}

/**
 * PORT: the card reader of a counter. `wedge` types the number like a keyboard, so there is nothing to ask for: it comes as a burst.
 * `bridge` is asked through a small program on the workstation (docs/devices.md).
 */
export interface CardReader {
  readonly kind: 'wedge' | 'bridge';
  /** The card that lies there; null when the number comes as keys. Rejects with a sentence for the clerk. */
  read(signal: AbortSignal): Promise<CardRead | null>;
}

/** Its message is a sentence for the clerk. */
export class CardReaderFailed extends Error {}

const card = z.object({ number: z.string().min(1).max(40), name: z.string().max(100).optional(), address: z.string().max(200).optional() });

/** The default: whatever types the number, or the clerk's own hands. */
export const wedgeReader: CardReader = { kind: 'wedge', read: () => Promise.resolve(null) };

/**
 * A reader behind a bridge on this workstation: `POST <origin>/read` answers 200 with the card, 204 while none lies there.
 * @param origin as `http://127.0.0.1:17321`
 * @param send the transport, given in for tests
 */
export function bridgeReader(origin: string, send: typeof fetch = fetch): CardReader {
  return {
    kind: 'bridge',
    async read(signal) {
      let answer: Response;
      try {
        answer = await send(`${origin}/read`, { method: 'POST', credentials: 'omit', signal });
      } catch {
        throw new CardReaderFailed('读卡器没有应答。看看读卡程序是否打开，或直接输入证件号');
      }
      if (answer.status === 204) throw new CardReaderFailed('读卡器上没有证件。放好后再读');
      const read = answer.ok ? card.safeParse(await answer.json().catch(() => null)) : null;
      if (!read?.success) throw new CardReaderFailed('读卡器读不出这张证。擦净再读，或直接输入证件号');
      return read.data;
    },
  };
}

const SETTING = 'ow-card-reader';

/** An address of this very workstation, or null: a reader elsewhere would hand out somebody else's card. */
export function loopbackOrigin(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost') ? origin : null;
}

/** The reader of this workstation: a bridge where one was set by `?card-reader=<origin>`, else keys. */
export function readerOfWorkstation(storage: Storage, search: string): CardReader {
  const told = new URLSearchParams(search).get('card-reader');
  if (told !== null) {
    const origin = loopbackOrigin(told);
    if (origin === null) storage.removeItem(SETTING);
    else storage.setItem(SETTING, origin);
  }
  const origin = loopbackOrigin(storage.getItem(SETTING));
  return origin === null ? wedgeReader : bridgeReader(origin);
}
