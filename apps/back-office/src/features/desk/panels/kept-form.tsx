import { type IsoDate, pastMomentWords } from '@onewindow/domain';
import { useState } from 'react';
import { type Unsent, UnsentWords } from '../../../app/unsent-words.js';

/** A request of the same kind that came from another screen. */
export interface Arrived {
  by: { readonly name: string };
  /** Instant. */
  at: string;
  /** 申请延期 */
  what: string;
}

export interface KeptForm extends Unsent {
  /** The form stands there, whether or not there is a request already. */
  isShown: boolean;
}

/**
 * The form of a panel while somebody writes in it: when the same is asked for elsewhere meanwhile, in a second tab or by the chief, what was
 * written stays where it is, with a sentence that says who asked, until it has been seen.
 */
export function useKeptForm(arrived: Arrived | null, today: IsoDate): KeptForm {
  const [isWriting, onWriting] = useState(false);
  const told =
    arrived === null ? null : (
      <UnsentWords onSeen={() => onWriting(false)}>
        {arrived.by.name} {pastMomentWords(arrived.at, today)} 已{arrived.what}
      </UnsentWords>
    );
  return { isShown: arrived === null || isWriting, onWriting, told };
}
