import type { BundleChildView, BundleView } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import type { ReactNode } from 'react';
import { Chip } from '../marks/chip.js';
import { formatCaseNo } from '../format/format.js';
import { Clock } from '../marks/clock.js';
import { childChip, childWords } from './child-words.js';
import './bundle-children.css';

export interface BundleChildrenProps {
  bundle: BundleView;
  today: IsoDate;
  /** The name as a way to the child's case, where there is one. */
  renderName?: (child: BundleChildView & { caseId: string }) => ReactNode;
}

/** 一件事: the children in their order, each with its department, how it stands, and why nothing came of it. */
export function BundleChildren({ bundle, today, renderName }: BundleChildrenProps) {
  return (
    <ol className="ow-children" aria-label={`${bundle.itemName}的子项`}>
      {bundle.children.map((child) => (
        <Child key={child.key} child={child} bundle={bundle} today={today} renderName={renderName} />
      ))}
    </ol>
  );
}

function Child({
  child,
  bundle,
  today,
  renderName,
}: BundleChildrenProps & { child: BundleChildView; renderName: BundleChildrenProps['renderName'] }) {
  const chip = childChip(child);
  const isOwn = child.key === bundle.ownKey;
  const { caseId } = child;
  return (
    <li className={isOwn ? 'ow-child ow-child-own' : 'ow-child'} {...(isOwn ? { 'aria-current': 'true' as const } : {})}>
      <span className="ow-child-line">
        <span className="ow-child-name">{caseId !== null && renderName && !isOwn ? renderName({ ...child, caseId }) : child.name}</span>
        {child.clock ? <Clock clock={child.clock} width="narrow" /> : null}
        <Chip tone={chip.tone} {...(child.state === null || child.state === 'waiting' ? { ground: 'dashed' as const } : {})}>
          {chip.words}
        </Chip>
      </span>
      <span className="ow-child-line ow-secondary ow-small">
        <span className="ow-child-words">{[child.department.shortName, childWords(child, bundle, today)].filter(Boolean).join('，')}</span>
        {child.caseNo ? <span className="ow-number">{formatCaseNo(child.caseNo)}</span> : null}
      </span>
      {child.reason ? <span className="ow-child-reason ow-small">{child.reason}</span> : null}
    </li>
  );
}
