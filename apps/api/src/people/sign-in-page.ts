import { Injectable } from '@nestjs/common';
import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { AppConfig, Database, sql } from '../platform/index.js';

/** The password of every demonstration account; production refuses to start while there is one. */
export const DEMONSTRATION_PASSWORD = 'yichuang2026';

const DEMONSTRATION_HELP = '信息科 内线 6120，8:30–18:00';

const COUNTERS = sql<{ id: string; number: number; name: string; hallId: string; hallName: string }>(
  `SELECT c.id, c.number, c.name, c.hall_id AS "hallId", h.name AS "hallName" FROM counter c JOIN hall h ON h.id = c.hall_id ORDER BY h.code, c.number`,
);
const ACCOUNTS = sql<{ staffNo: string; name: string; duty: string }>(
  `SELECT staff_no AS "staffNo", name, demonstration_duty AS duty FROM staff
   WHERE demonstration AND active AND demonstration_duty IS NOT NULL ORDER BY staff_no`,
);

/** What the sign-in page shows before anybody has signed in. */
@Injectable()
export class SignInPage {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  async read(): Promise<ResponseOf<typeof endpoints.signInPage>> {
    const [counters, accounts] = await Promise.all([
      this.database.query(COUNTERS),
      this.config.demonstration ? this.database.query(ACCOUNTS) : Promise.resolve([]),
    ]);
    return {
      regionName: this.config.regionName,
      counters,
      demonstrationAccounts: accounts.map((account) => ({ ...account, password: DEMONSTRATION_PASSWORD })),
      announcement: this.config.signInNotes.announcement,
      helpDesk: this.config.signInNotes.helpDesk ?? (this.config.demonstration ? DEMONSTRATION_HELP : null),
    };
  }
}
