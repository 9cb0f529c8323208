import { type IsoDate, pastMomentWords } from '@onewindow/domain';
import { MessageBar } from '@onewindow/ui';
import { useState, type ReactNode } from 'react';

/** A request of the same kind that came from another screen. */
export interface Arrived {
  by: { readonly name: string };
  /** Instant. */
  at: string;
  /** 申请延期 */
  what: string;
}

export interface KeptForm {
  /** The form stands there, whether or not there is a request already. */
  isShown: boolean;
  onWriting: (isWriting: boolean) => void;
  /** In place of what the server would refuse: who has asked meanwhile. Null as long as nobody has. */
  told: ReactNode;
}

/**
 * The form of a panel while somebody writes in it: when the same is asked for elsewhere meanwhile, in a second tab or by the chief, what was
 * written stays where it is, with a sentence that says who asked, until it has been seen.
 */
export function useKeptForm(arrived: Arrived | null, today: IsoDate): KeptForm {
  const [isWriting, onWriting] = useState(false);
  const told =
    arrived === null ? null : (
      <MessageBar kind="conflict" onAction={() => onWriting(false)}>
        {arrived.by.name} {pastMomentWords(arrived.at, today)} 已{arrived.what}。您写的没有送出，还留在上面，要用的先复制。
      </MessageBar>
    );
  return { isShown: arrived === null || isWriting, onWriting, told };
}
