import type { AuditInput, CommandTx, JsonObject, Statement } from '../../platform/index.js';

/** Something that happened in the story, at its own time. */
interface Happening {
  readonly at: Date;
  readonly order: number;
  readonly act: (tx: CommandTx) => Promise<void>;
}

/** The transaction of the seed with the time of the story: what the services write is dated to it. Nobody listens yet, so nobody is told. */
class StoryTx implements CommandTx {
  now = new Date(0);

  constructor(private readonly tx: CommandTx) {}

  get manager(): CommandTx['manager'] {
    return this.tx.manager;
  }

  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]> {
    return this.tx.query(statement, values);
  }

  write(statement: Statement<unknown>, values: readonly unknown[], rows?: readonly string[]): void {
    this.tx.write(statement, values, rows);
  }

  appendOutbox(topic: string, payload: JsonObject): string {
    return this.tx.appendOutbox(topic, payload);
  }

  touch(): void {
    // No screen is open before the first start has listened.
  }

  audit(entry: AuditInput): void {
    this.tx.audit(entry);
  }
}

/** All that happens to all cases, told in the order of time: numbers and ids grow as they would have. */
export class Agenda {
  private readonly happenings: Happening[] = [];

  add(at: Date, act: (tx: CommandTx) => Promise<void>): void {
    this.happenings.push({ at, order: this.happenings.length, act });
  }

  async tell(tx: CommandTx): Promise<void> {
    const story = new StoryTx(tx);
    const inOrder = [...this.happenings].sort((one, other) => one.at.getTime() - other.at.getTime() || one.order - other.order);
    for (const { at, act } of inOrder) {
      story.now = at;
      await act(story);
    }
  }
}
