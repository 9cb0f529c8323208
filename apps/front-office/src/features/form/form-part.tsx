import { SkeletonRows } from '@onewindow/ui';
import { lazy, Suspense } from 'react';
import type { FormPaneProps } from './form-pane.js';

// The form's engine and its controls come with the first form that is opened, not with the sign-in page.
const LazyFormPane = lazy(async () => ({ default: (await import('./form-pane.js')).FormPane }));

/** The application form of the case on the counter. */
export function FormPart(props: FormPaneProps) {
  if (Object.keys(props.schema.properties).length === 0) return null;
  return (
    <Suspense fallback={<SkeletonRows rows={4} rowHeight={48} blocks={0} label="表单" />}>
      <LazyFormPane {...props} />
    </Suspense>
  );
}
