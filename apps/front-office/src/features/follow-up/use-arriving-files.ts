import { useState } from 'react';

/**
 * The version that a command sends after an own write: the answered one, unless somebody else wrote in between, which must not pass unseen.
 * @param shown the version on the screen so far
 */
export function afterOwnWrite(shown: number, answered: number): number {
  return answered === shown + 1 ? answered : shown;
}

/** Files on their way to a case, as its panes share them. */
export interface ArrivingFiles {
  /** As it stands on the screen, raised by one's own files before the list is read anew: nobody is told of having been overtaken by themselves. */
  readonly version: number;
  /** Why papers can't be taken in yet: one would be taken in without its file. */
  readonly hindrance: string | undefined;
  readonly begin: () => void;
  /** @param answered the version that the case has now; left out where the file was refused */
  readonly end: (answered?: number) => void;
}

/** @param read the version of the list */
export function useArrivingFiles(read: number): ArrivingFiles {
  const [own, setOwn] = useState(read);
  const [underWay, setUnderWay] = useState(0);
  return {
    version: Math.max(read, own),
    hindrance: underWay > 0 ? '文件正在传，传完再收' : undefined,
    begin: () => setUnderWay((count) => count + 1),
    end: (answered) => {
      setUnderWay((count) => count - 1);
      if (answered !== undefined) setOwn((known) => afterOwnWrite(Math.max(read, known), answered));
    },
  };
}
