import { SlowProgress } from '@onewindow/ui';
import { lazy, Suspense } from 'react';
import type { CapturePaneProps } from './capture-pane.js';

export type CaptureProps = CapturePaneProps;

// The camera and what makes PDF files are loaded when somebody takes a picture.
const CapturePane = lazy(async () => ({ default: (await import('./capture-pane.js')).CapturePane }));

/** 拍摄: pages from the counter's camera, put together into one document. */
export function Capture(props: CaptureProps) {
  return (
    <Suspense fallback={<SlowProgress doing="正在打开拍摄" />}>
      <CapturePane {...props} />
    </Suspense>
  );
}
