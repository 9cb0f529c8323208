import { BUNDLE_CHILD_LABELS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { BundleChildRead } from '../case-view/index.js';
import type { ListedOutcome } from '../notices/index.js';
import { Organisation } from '../organisation/index.js';

/** What each child came to, as the applicant's notices list it. */
@Injectable()
export class BundleOutcomes {
  constructor(private readonly organisation: Organisation) {}

  async of(children: readonly BundleChildRead[]): Promise<ListedOutcome[]> {
    const units = await this.organisation.snapshot();
    return children.map((child) => ({
      name: child.itemName,
      department: units.departmentRef(child.departmentId).shortName,
      caseNo: child.caseNo,
      outcome: child.state === 'granted' || child.state === 'ready' ? '准予' : BUNDLE_CHILD_LABELS[child.state],
      reason: child.reason,
    }));
  }
}
