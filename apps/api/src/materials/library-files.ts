import { Injectable } from '@nestjs/common';
import { PREVIEW_WATERMARK } from '@onewindow/domain';
import type { StampedFile } from '../case-view/index.js';
import type { Actor } from '../platform/index.js';
import { CounterDesk } from '../reception/index.js';
import { LibraryShelf } from './library-shelf.js';
import { LibraryEntryNotFound } from './material-problems.js';

/** Files of the library, seen from a case of the same applicant at its own counter: as copies that say that they are looked at alone (R7). */
@Injectable()
export class LibraryFiles {
  constructor(
    private readonly desk: CounterDesk,
    private readonly shelf: LibraryShelf,
  ) {}

  /** @throws CaseNotFound, LibraryEntryNotFound */
  async get(actor: Actor, { id, entryId, sha256 }: { id: string; entryId: string; sha256: string }): Promise<StampedFile> {
    const { row } = await this.desk.look(actor, id);
    const file = row.applicantId === null ? null : await this.shelf.file(row.applicantId, entryId, sha256);
    if (!file) throw new LibraryEntryNotFound();
    return { sha256: file.sha256, name: file.name, words: PREVIEW_WATERMARK, at: file.addedAt };
  }
}
