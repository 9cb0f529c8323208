import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CommandTx, JobRegistry } from '../../platform/index.js';
import { BundleFollower } from '../bundle-follower.js';
import { FIND_BEHIND } from '../bundle-statements.js';

const TOPIC = 'follow-bundle';

/** Follows every child that has come to an end, once; what a lost queue or a kill left undone is found again from the database. */
@Injectable()
export class FollowBundles implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly follower: BundleFollower,
  ) {}

  onModuleInit(): void {
    this.registry.handle<{ caseId: string }>(TOPIC, (tx, { caseId }) => this.follower.follow(tx, caseId));
    this.registry.sweep({ name: 'find-bundles-behind', everyMinutes: 5, run: (tx) => this.find(tx) });
  }

  private async find(tx: CommandTx): Promise<void> {
    for (const { id } of await tx.query(FIND_BEHIND)) tx.appendOutbox(TOPIC, { caseId: id });
  }
}
