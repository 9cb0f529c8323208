import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { CommandRunner } from '../commands/command-runner.js';
import { sql } from '../database/sql.js';
import { JobRegistry, type Sweep } from './job-registry.js';

const TICK_MS = 15_000;
const CLAIM = sql(
  `INSERT INTO sweep_run (name, last_run_at) VALUES ($1, $2)
   ON CONFLICT (name) DO UPDATE SET last_run_at = $2 WHERE sweep_run.last_run_at <= $3 RETURNING name`,
);

/** Does the time-driven work: what is due is found from the database, so a lost queue or a stopped worker loses nothing. */
@Injectable()
export class Sweeper {
  private readonly logger = new Logger(Sweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: CommandRunner,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.tick();
  }

  /**
   * Runs every sweep that is due at the clock's time. One that fails is due again at once, and keeps none from running behind it: the law's
   * own days are worked though the file store be away.
   * @returns the names of those that ran; @throws the first failure, once all had their turn
   */
  async runDue(): Promise<string[]> {
    const ran: string[] = [];
    const failures: unknown[] = [];
    for (const sweep of this.registry.sweeps) {
      try {
        if (await this.runIfDue(sweep)) ran.push(sweep.name);
      } catch (error) {
        this.logger.error({ error, sweep: sweep.name }, 'a sweep failed; tried again shortly');
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return ran;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private tick(): void {
    this.running = this.running
      .then(() => this.runDue())
      .then(
        () => undefined,
        // Each was logged where it failed.
        () => undefined,
      );
  }

  private async runIfDue(sweep: Sweep): Promise<boolean> {
    const dueBefore = new Date(this.clock.now().getTime() - sweep.everyMinutes * 60_000);
    return await this.runner.runSystem(async (tx) => {
      const claimed = await tx.query(CLAIM, [sweep.name, tx.now, dueBefore]);
      if (claimed.length === 0) return false;
      await sweep.run(tx);
      return true;
    });
  }
}
