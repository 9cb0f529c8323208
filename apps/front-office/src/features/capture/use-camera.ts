import { useCallback, useEffect, useRef, useState } from 'react';
import { cameraTrouble, originTrouble, type CameraTrouble } from './camera-trouble.js';

/** 高拍仪 and cameras give what they have; this is asked for, not demanded. */
const WANTED = { video: { width: { ideal: 3264 }, height: { ideal: 2448 }, facingMode: { ideal: 'environment' } }, audio: false } as const;

/** The counter's camera: its picture in a video element, or why there is none. It is let go when the screen is left. */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(() => originTrouble(window.isSecureContext, 'mediaDevices' in navigator));
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isHopeless = trouble !== null && !trouble.canRetry;

  useEffect(() => {
    if (isHopeless) return;
    let left = false;
    let stream: MediaStream | null = null;
    const end = () => {
      if (!left) {
        setTrouble(cameraTrouble({ name: 'NotFoundError' }));
        setSize(null);
      }
    };
    void navigator.mediaDevices
      .getUserMedia(WANTED)
      .then(async (opened) => {
        stream = opened;
        const element = video.current;
        if (left || !element) {
          for (const track of opened.getTracks()) track.stop();
          return;
        }
        // Pulled out in the middle of the work.
        opened.getVideoTracks()[0]?.addEventListener('ended', end);
        element.srcObject = opened;
        await element.play();
        setTrouble(null);
        setSize({ width: element.videoWidth, height: element.videoHeight });
      })
      .catch((error: unknown) => {
        if (!left) setTrouble(cameraTrouble(error));
      });
    return () => {
      left = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [attempt, isHopeless]);

  const retry = useCallback(() => setAttempt((tries) => tries + 1), []);
  return { video, trouble, size, retry };
}
