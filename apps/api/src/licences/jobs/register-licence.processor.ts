import type { ItemDefinition } from '@onewindow/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type IdentityType, SEALED_COLUMNS } from '../../applicants/index.js';
import { type CommandTx, JobRegistry, Sealer, sql } from '../../platform/index.js';
import { LicenceWriter } from '../licence-writer.js';
import { printedFields } from '../printed-fields.js';

type Payload = { readonly resultId: string };

interface IssuedResult {
  resultId: string;
  name: string;
  number: string;
  validFrom: string | null;
  validUntil: string | null;
  issuedOn: string;
  itemId: string;
  definition: ItemDefinition;
  form: Record<string, unknown>;
  identityType: IdentityType;
  identitySealed: string;
  holderName: string;
  issuer: string;
  fileName: string | null;
  fileMediaType: string | null;
  fileSize: number | null;
  fileSha256: string | null;
}

const ISSUED_RESULT = sql<IssuedResult>(
  `SELECT r.id AS "resultId", r.name, r.number, r.valid_from AS "validFrom", r.valid_until AS "validUntil",
          to_char(r.issued_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "issuedOn", c.item_id AS "itemId", v.definition, c.form,
          a.identity_type AS "identityType", a.identity_sealed AS "identitySealed", a.name AS "holderName", d.name AS issuer,
          f.name AS "fileName", f.media_type AS "fileMediaType", f.size AS "fileSize", f.sha256 AS "fileSha256"
     FROM result r JOIN cases c ON c.id = r.case_id JOIN item_version v ON v.id = c.item_version_id
     JOIN applicant a ON a.id = c.applicant_id JOIN department d ON d.id = c.department_id
     LEFT JOIN case_file f ON f.id = r.file_id
    WHERE r.id = $1 AND NOT r.denial`,
);

/** A licence that this system issued becomes one that the next item may ask for: nobody is sent for a paper that lies here. */
@Injectable()
export class RegisterLicenceProcessor implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly sealer: Sealer,
    private readonly writer: LicenceWriter,
  ) {}

  onModuleInit(): void {
    this.registry.handle<Payload>('register-licence', (tx, payload) => this.register(tx, payload), { isSentAgain: true });
  }

  private async register(tx: CommandTx, { resultId }: Payload): Promise<void> {
    const [issued] = await tx.query(ISSUED_RESULT, [resultId]);
    if (issued?.definition.result.kind !== 'licence') return;
    const { definition, form, identityType, identitySealed, fileName, fileMediaType, fileSize, fileSha256 } = issued;
    const isPrinted = fileName !== null && fileMediaType !== null && fileSize !== null && fileSha256 !== null;
    await this.writer.add(tx, {
      type: definition.result.licenceType ?? issued.itemId,
      name: issued.name,
      number: issued.number,
      holder: {
        identityType,
        identityNumber: this.sealer.open(identitySealed, SEALED_COLUMNS.applicantIdentity),
        name: issued.holderName,
      },
      issuer: issued.issuer,
      issuedOn: issued.issuedOn,
      validFrom: issued.validFrom,
      validUntil: issued.validUntil,
      revokedOn: null,
      fields: { name: issued.holderName, ...printedFields(definition, form) },
      file: isPrinted ? { name: fileName, mediaType: fileMediaType, size: fileSize, sha256: fileSha256 } : null,
      resultId: issued.resultId,
    });
  }
}
