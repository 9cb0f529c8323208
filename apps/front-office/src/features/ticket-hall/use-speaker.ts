import type { TicketHall } from '@onewindow/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callKey, newCalls, sentenceOf } from './spoken.js';
import { Speaker, type VoiceState } from './voice.js';

/** Voices load by and by, and sound may be allowed or taken away: looked at this often. */
const LOOK_MS = 1_000;

/** Speaks what is called from now on. `said` is the last sentence, for those who read it. */
export function useSpeaker(calls: TicketHall['calls'] | null): { voice: VoiceState; said: string; start: () => void } {
  const [voice, setVoice] = useState<VoiceState>('none');
  const [said, setSaid] = useState('');
  const speaker = useRef<Speaker | null>(null);
  const known = useRef<Set<string> | null>(null);

  useEffect(() => {
    const own = new Speaker();
    speaker.current = own;
    const look = () => setVoice(own.state);
    look();
    const timer = window.setInterval(look, LOOK_MS);
    return () => {
      window.clearInterval(timer);
      speaker.current = null;
      void own.stop();
    };
  }, []);

  useEffect(() => {
    if (calls === null) return;
    for (const call of newCalls(known.current, calls)) {
      speaker.current?.say(call);
      setSaid(sentenceOf(call));
    }
    known.current = new Set([...(known.current ?? []), ...calls.map(callKey)]);
  }, [calls]);

  const start = useCallback(() => {
    const own = speaker.current;
    void own?.start().then(() => setVoice(own.state));
  }, []);
  return { voice, said, start };
}
