import type { BundleView } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { BundleChildren, bundleWords, Pane, useNow } from '@onewindow/ui';
import { Link } from 'react-router';
import './bundles.css';

export interface BundlePaneProps {
  /** Absent on a case that is no bundle and belongs to none. */
  bundle: BundleView | undefined;
  /** Takes the room it needs instead of sharing the column's. */
  fit?: boolean;
}

/** 子项 of a bundle, each with its department and how it stands; on a child's case the whole bundle, itself marked. */
export function BundlePane({ bundle, fit = false }: BundlePaneProps) {
  const today = shanghaiDateOf(useNow());
  if (!bundle) return null;
  return (
    <Pane title="子项" words={bundleWords(bundle)} right={<Parent bundle={bundle} />} {...(fit ? { size: 'fit' as const } : {})}>
      <BundleChildren
        bundle={bundle}
        today={today}
        renderName={(child) => (
          <Link to={`/cases/${child.caseId}`} onClick={(event) => event.stopPropagation()}>
            {child.name}
          </Link>
        )}
      />
    </Pane>
  );
}

/** From a child the way leads to its bundle. */
function Parent({ bundle }: { bundle: BundleView }) {
  if (bundle.role === 'parent') return null;
  return bundle.caseId === null ? <>{bundle.itemName}</> : <Link to={`/cases/${bundle.caseId}`}>{bundle.itemName}</Link>;
}
