import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { NoticesModule } from '../notices/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule } from '../review/index.js';
import { AmendedChildren } from './amended-children.js';
import { BundleClosing } from './bundle-closing.js';
import { BundleCorrections } from './bundle-corrections.js';
import { BundleEnding } from './bundle-ending.js';
import { BundleFollower } from './bundle-follower.js';
import { BundleOpening } from './bundle-opening.js';
import { BundleOutcomes } from './bundle-outcomes.js';
import { BundleSiblings } from './bundle-siblings.js';
import { FollowBundles } from './jobs/follow-bundles.processor.js';

/** 一件事: a case with children. The counter accepts and ends the bundle, departments work on its children, the window hands out all at once. */
@Module({
  imports: [CalendarModule, CasesModule, CatalogueModule, NoticesModule, NotificationsModule, OrganisationModule, ReviewModule],
  providers: [
    BundleOpening,
    BundleFollower,
    BundleClosing,
    BundleCorrections,
    BundleSiblings,
    BundleEnding,
    BundleOutcomes,
    AmendedChildren,
    FollowBundles,
  ],
  exports: [AmendedChildren, BundleOpening, BundleEnding, BundleFollower],
})
export class BundlesModule {}
