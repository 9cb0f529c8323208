import type { BundleChild } from '@onewindow/contracts';
import { bundleMoves, formatCaseNo, nextCaseStatus, shanghaiToday, silenceAcceptsOn, takenChildren } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { FILES_OF_CASE, type FileRead, type Hindrance } from '../case-view/index.js';
import { type Case, CaseStore, type EventAuthor, type EventInput } from '../cases/index.js';
import { ItemVersions, type KnownVersion } from '../catalogue/index.js';
import { type CommandTx, newId, Sealer } from '../platform/index.js';
import { RouteRunner } from '../review/index.js';
import { CHILD_OPENED, COPY_FILES, COPY_MATERIALS, INSERT_BUNDLE_CHILD, TAKE_NUMBERS } from './bundle-statements.js';
import { type BundleSlice, childDates, childRow } from './child-case.js';

/** A child that is about to be opened, with its own version and its slice of the bundle. */
interface Opening {
  readonly key: string;
  readonly version: KnownVersion;
  readonly slice: BundleSlice;
}

/** The bundle, and from which day the clocks of its children run. */
interface BeingOpened {
  readonly parent: Case;
  readonly acceptedOn: string;
  /** The law's day from which the steps run where it is written down late: of an acceptance by silence, of the end of whom they waited for. */
  readonly lateSince?: string | undefined;
  /** Of a child that waited: it comes to its department when its turn has come. Like the bundle's own, where it is opened with the acceptance. */
  readonly receivedAt?: Date | undefined;
}

/** Opens the cases of a bundle's children: those that wait for nobody with its acceptance, the others when their turn has come. */
@Injectable()
export class BundleOpening {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly calendars: WorkingCalendars,
    private readonly routes: RouteRunner,
    private readonly sealer: Sealer,
  ) {}

  /** The children that these answers take and whose departments take nothing new for now: nothing is accepted that nobody will work on. */
  async closed(tx: CommandTx, { answers, form }: Case, { definition }: KnownVersion): Promise<Hindrance[]> {
    const taken = takenChildren(definition.bundle?.children ?? [], { answers, form });
    const closed = await this.versions.closedOf(taken, tx);
    return closed.map(({ code, name, reason }) => {
      const { when } = taken.find(({ itemCode }) => itemCode === code) ?? {};
      const key = when && 'question' in when ? when.question : (definition.questions[0]?.key ?? '');
      return { kind: 'answer', key, label: name, reason: `暂不受理：${reason}。${when ? '不办这一项，或等开放后受理' : '等开放后受理'}` };
    });
  }

  /**
   * Part of the bundle's acceptance, in its transaction: writes down which children there are and opens those that wait for nobody, accepted
   * on the same day as the bundle. Call it behind the bundle's notices: it holds the day's numbers to the commit.
   */
  async accept(tx: CommandTx, author: EventAuthor, parent: Case, version: KnownVersion, files?: readonly FileRead[]): Promise<void> {
    const planned = version.definition.bundle?.children ?? [];
    const taken = takenChildren(planned, { answers: parent.answers, form: parent.form });
    await Promise.all(taken.map((child, position) => this.plan(tx, parent, child, position)));
    const { open } = bundleMoves(taken.map((child) => ({ ...child, state: 'waiting' as const })));
    const acceptedOn = parent.acceptedOn ?? shanghaiToday(tx.now);
    // R2.4: what silence accepted was accepted on the day of receipt; the steps begin when silence had done so.
    const lateSince = parent.deemedAccepted
      ? silenceAcceptsOn({ receivedOn: acceptedOn, calendar: await this.calendars.current() })
      : undefined;
    await this.open(tx, author, { parent, version, keys: open, acceptedOn, lateSince, files });
  }

  /**
   * Opens these children of a bundle whose row is locked. Each is received and accepted in one go: the counter did both for the whole bundle.
   * @param on.acceptedOn the day from which their clocks run. A child that waited starts on the day on which the last one that it waits for
   *   had come to its end: its department could not begin before, and its promise is for its own work; the bundle's clock has run all the while.
   */
  async open(
    tx: CommandTx,
    author: EventAuthor,
    on: BeingOpened & { version: KnownVersion; keys: readonly string[]; files?: readonly FileRead[] | undefined },
  ): Promise<void> {
    const { parent, version, keys } = on;
    if (keys.length === 0) return;
    const openings = await Promise.all(keys.map((key) => this.openingOf(tx, version, key)));
    const files = on.files ?? (await tx.query(FILES_OF_CASE, [parent.id]));
    const numbers = await takeNumbers(tx, parent.districtCode, openings.length);
    const events: EventInput[] = [];
    for (const [at, opening] of openings.entries()) {
      events.push(await this.openOne(tx, author, { ...on, files }, opening, numbers[at] ?? ''));
    }
    await this.cases.note(tx, parent, author, events);
  }

  /** The next number of the district's day; for stories, which do not take it beforehand. */
  async takeNumber(tx: CommandTx, district: string): Promise<string> {
    return (await takeNumbers(tx, district, 1))[0] ?? '';
  }

  private async plan(tx: CommandTx, parent: Case, child: BundleChild, position: number): Promise<void> {
    const { id, name, departmentId } = await this.versions.getCurrent(sliceOf(child).versionId, tx);
    const values = [parent.id, child.key, position, id, name, departmentId, JSON.stringify(child.after), child.whenFailed];
    await tx.query(INSERT_BUNDLE_CHILD, values);
  }

  private async openingOf(tx: CommandTx, { definition }: KnownVersion, key: string): Promise<Opening> {
    const child = definition.bundle?.children.find((one) => one.key === key);
    if (!child) throw new Error(`the bundle has no child ${key}`);
    const slice = sliceOf(child);
    return { key, slice, version: await this.versions.getCurrent(slice.versionId, tx) };
  }

  private async openOne(
    tx: CommandTx,
    author: EventAuthor,
    on: BeingOpened & { files: readonly FileRead[] },
    { key, version, slice }: Opening,
    caseNo: string,
  ): Promise<EventInput> {
    const { parent, acceptedOn, lateSince } = on;
    const row = childRow(parent, version, slice, this.sealer, tx.now);
    if (on.receivedAt !== undefined) row.receivedAt = on.receivedAt;
    // The child's department learns the name of the bundle, and nothing else of it.
    const joined = { itemName: row.itemName, bundle: parent.itemName };
    await this.cases.insert(tx, row, author, { action: 'bundle.join', toStatus: 'draft', data: joined });
    await this.copyPapers(tx, parent.id, row.id, slice, on.files);
    const received = nextCaseStatus(row.status, 'receive');
    const status = nextCaseStatus(received, 'accept');
    const changes = { status, caseNo, ...childDates(row, acceptedOn, await this.calendars.current(), tx.now) };
    Object.assign(row, changes);
    const steps = await this.routes.start(tx, row, version.definition, lateSince);
    const due = { acceptedOn, statutoryDue: row.statutoryDue ?? undefined, promisedDue: row.promisedDue ?? undefined };
    await this.cases.save(tx, row, changes, author, [
      { action: 'receive', fromStatus: 'draft', toStatus: received, data: { caseNo, itemName: row.itemName } },
      { action: 'accept', fromStatus: received, toStatus: status, data: due },
      ...steps,
    ]);
    await tx.query(CHILD_OPENED, [parent.id, key, row.id, tx.now]);
    const data = { child: row.itemName, department: slice.departmentName, caseNo, promisedDue: row.promisedDue ?? undefined };
    return { action: 'bundle.open', data };
  }

  /** Rows of the child's own; the bytes of the files lie where they lay. */
  private async copyPapers(tx: CommandTx, from: string, to: string, { materials }: BundleSlice, files: readonly FileRead[]): Promise<void> {
    const [codes, merged] = [Object.keys(materials), Object.values(materials)];
    const own = files.flatMap((file) => {
      const code = file.materialCode === null ? undefined : codes[merged.indexOf(file.materialCode)];
      return code === undefined ? [] : [{ file: file.id, code }];
    });
    await tx.query(COPY_MATERIALS, [from, merged, codes, to]);
    if (own.length > 0)
      await tx.query(COPY_FILES, [from, own.map((one) => one.file), own.map(() => newId()), own.map((one) => one.code), to]);
  }
}

function sliceOf({ key, slice }: BundleChild): BundleSlice {
  if (!slice) throw new Error(`child ${key} was published without its slice`);
  return slice;
}

async function takeNumbers(tx: CommandTx, district: string, count: number): Promise<string[]> {
  const date = shanghaiToday(tx.now);
  const [taken] = await tx.query(TAKE_NUMBERS, [district, date, count]);
  const last = taken?.last ?? count;
  return Array.from({ length: count }, (_, at) => formatCaseNo({ region: district, date, serial: last - count + 1 + at }));
}
