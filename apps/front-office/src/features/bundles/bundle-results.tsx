import type { BundleView } from '@onewindow/contracts';
import { Chip, childChip } from '@onewindow/ui';
import { PaperMoves } from '../any-hall/index.js';
import './bundles.css';

/** What one pickup of a bundle hands out: each child's document, or why there is none. */
export function BundleResults({ bundle }: { bundle: BundleView | undefined }) {
  if (!bundle) return null;
  return (
    <ul className="fo-bundle-results" aria-label="一次领取">
      {bundle.children.map((child) => {
        const { tone, words } = childChip(child);
        return (
          <li key={child.key}>
            <Chip tone={tone}>{words}</Chip>
            <span className="fo-bundle-result">
              {child.result ? `${child.result.name} ${child.result.number}` : child.name}
              {child.result?.place ? <span className="ow-secondary">{`，${child.result.place}`}</span> : null}
              {child.caseId && child.paper ? <PaperMoves row={{ caseId: child.caseId, paper: child.paper }} /> : null}
              {child.reason ? <span className="ow-secondary">{`，${child.reason}`}</span> : null}
            </span>
            <span className="ow-secondary">{child.department.shortName}</span>
          </li>
        );
      })}
    </ul>
  );
}
