import type { BundleView } from '@onewindow/contracts';
import { Chip, childChip } from '@onewindow/ui';
import './bundle-line.css';

/** 一件事: what this case is a child of, and how the others stand: what was granted before it, and what waits for it. */
export function BundleLine({ bundle }: { bundle: BundleView | undefined }) {
  if (!bundle || bundle.role === 'parent') return null;
  const waiting = bundle.children.filter(({ after }) => bundle.ownKey !== null && after.includes(bundle.ownKey));
  return (
    <div className="bo-bundle" aria-label={`${bundle.itemName}的子项`}>
      <span className="bo-bundle-name">{bundle.itemName}</span>
      <ol>
        {bundle.children.map((child) => {
          const { tone, words } = childChip(child);
          const isOwn = child.key === bundle.ownKey;
          return (
            <li key={child.key} {...(isOwn ? { 'aria-current': 'true' as const } : {})}>
              <span>{isOwn ? '本件' : child.name}</span>
              <Chip tone={tone} ground={child.state === 'waiting' ? 'dashed' : 'tint'}>
                {words}
              </Chip>
            </li>
          );
        })}
      </ol>
      {waiting.length > 0 ? <span className="ow-secondary">{`${waiting.map(({ name }) => name).join('、')}等本件`}</span> : null}
    </div>
  );
}
