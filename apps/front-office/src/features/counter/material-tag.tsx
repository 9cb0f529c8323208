import type { CaseMaterial } from '@onewindow/contracts';
import { Chip, VerdictTag } from '@onewindow/ui';

/** The word on one material of the checklist. */
export function MaterialTag({ material }: { material: CaseMaterial }) {
  switch (material.verdict) {
    case 'qualified':
      return <VerdictTag verdict="accepted" />;
    case 'faulty':
      return <VerdictTag verdict="defective" />;
    case 'reused':
    case 'deferred':
    case 'promised':
      return <VerdictTag verdict={material.verdict} />;
    case 'missing':
      return <VerdictTag verdict={material.required ? 'missing' : 'optional'} />;
    case 'unchecked':
      return (
        <span className="ow-verdict">
          <Chip tone="yellow">待核</Chip>
        </span>
      );
  }
}
