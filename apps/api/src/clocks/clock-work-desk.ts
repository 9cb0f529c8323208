import type { ExtensionActor, ProcedureActor, RouteStep } from '@onewindow/domain';
import { listedProcedures, type ListedProcedure } from '@onewindow/domain';
import type { ItemDefinition } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type Case, CaseNotFound, CaseStore } from '../cases/index.js';
import { type Actor, type CommandContext, type CommandTx, hasRole } from '../platform/index.js';
import type { CaseExtension } from './case-extension.entity.js';
import {
  EXTENSIONS_OF_CASE,
  extensionValues,
  FIND_EXTENSION,
  FIND_PROCEDURE,
  procedureValues,
  SAVE_EXTENSION,
  SAVE_PROCEDURE,
} from './clock-work.statements.js';
import { ExtensionNotFound, ProcedureNotFound } from './clock-work-problems.js';
import type { SpecialProcedure } from './special-procedure.entity.js';

/** Is this person the chief of the department that answers for the item? */
export function isLeadChief(actor: Actor, departmentId: string): boolean {
  return hasRole(actor, 'chief') && actor.departmentId === departmentId;
}

/** R3.2: as what a person acts on a procedure. */
export function procedureActors(actor: Actor, procedure: Pick<SpecialProcedure, 'requestedBy' | 'departmentId'>): ProcedureActor[] {
  return [
    ...(actor.staffId === procedure.requestedBy ? (['requester'] as const) : []),
    ...(actor.departmentId === procedure.departmentId ? (['lead'] as const) : []),
    ...(isLeadChief(actor, procedure.departmentId) ? (['chief'] as const) : []),
  ];
}

/** R1.6: as what a person acts on a request for an extension. */
export function extensionActors(actor: Actor, extension: Pick<CaseExtension, 'requestedBy' | 'departmentId'>): ExtensionActor[] {
  return [
    ...(actor.staffId === extension.requestedBy ? (['requester'] as const) : []),
    ...(isLeadChief(actor, extension.departmentId) ? (['chief'] as const) : []),
  ];
}

/** R3.1: what may stop the clock on this step of the item. */
export function listedOn(definition: ItemDefinition, stepKey: string): ListedProcedure[] {
  const step = definition.route.steps.find(({ key }) => key === stepKey) as RouteStep | undefined;
  return listedProcedures(definition, step, definition.route as { steps: readonly RouteStep[] });
}

export interface LockedProcedure {
  row: Case;
  procedure: SpecialProcedure;
}

export interface LockedExtension {
  row: Case;
  extension: CaseExtension;
}

/** Finds and saves special procedures and extensions, always under the lock of their case. */
@Injectable()
export class ClockWorkDesk {
  constructor(readonly cases: CaseStore) {}

  /** A procedure whose case the actor may see, for a look before the command. @throws ProcedureNotFound, whether it exists or not */
  async seenProcedure(actor: Actor, id: string, reader: Pick<CommandTx, 'query'>): Promise<SpecialProcedure> {
    const [found] = await reader.query(FIND_PROCEDURE, [id]);
    if (!found) throw new ProcedureNotFound();
    await this.cases.get(actor, found.caseId, reader).catch(instead(() => new ProcedureNotFound()));
    return found;
  }

  /** A procedure with its case locked. @throws ProcedureNotFound, whether it exists or not */
  async procedure(tx: CommandTx, actor: Actor, id: string): Promise<LockedProcedure> {
    const [found] = await tx.query(FIND_PROCEDURE, [id]);
    if (!found) throw new ProcedureNotFound();
    const row = await this.cases.lock(tx, actor, found.caseId).catch(instead(() => new ProcedureNotFound()));
    // Read again under the lock: another command may have been first.
    const [procedure] = await tx.query(FIND_PROCEDURE, [id]);
    if (!procedure) throw new ProcedureNotFound();
    return { row, procedure };
  }

  /** An extension with its case locked. @throws ExtensionNotFound, whether it exists or not */
  async extension(tx: CommandTx, actor: Actor, id: string): Promise<LockedExtension> {
    const [found] = await tx.query(FIND_EXTENSION, [id]);
    if (!found) throw new ExtensionNotFound();
    const row = await this.cases.lock(tx, actor, found.caseId).catch(instead(() => new ExtensionNotFound()));
    const [extension] = await tx.query(FIND_EXTENSION, [id]);
    if (!extension) throw new ExtensionNotFound();
    return { row, extension };
  }

  async extensionsOf(tx: CommandTx, caseId: string): Promise<CaseExtension[]> {
    return await tx.query(EXTENSIONS_OF_CASE, [caseId]);
  }

  async saveProcedure(tx: CommandTx, procedure: SpecialProcedure, changes: Partial<SpecialProcedure> = {}): Promise<void> {
    Object.assign(procedure, changes);
    await tx.query(SAVE_PROCEDURE, procedureValues(procedure));
  }

  async saveExtension(tx: CommandTx, extension: CaseExtension, changes: Partial<CaseExtension> = {}): Promise<void> {
    Object.assign(extension, changes);
    await tx.query(SAVE_EXTENSION, extensionValues(extension));
  }
}

function instead(make: () => Error): (error: unknown) => never {
  return (error) => {
    throw error instanceof CaseNotFound ? make() : error;
  };
}

/** Who issues a notice of this command. */
export function issuerOf(ctx: CommandContext): { staffId: string; name: string } {
  return { staffId: ctx.actor.staffId, name: ctx.actor.name };
}
