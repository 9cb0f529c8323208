import { addCalendarDays, type IsoDate, parseIdentityNumber, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type NewRegistryEntry, RegistryEntries } from '../../applicants/index.js';
import { type LicenceFile, LicenceWriter, type NewLicence } from '../../licences/index.js';
import { DocumentRenderer } from '../../notices/index.js';
import { type CommandTx, FileStore } from '../../platform/index.js';
import { APPLICANTS, type ApplicantSeed } from '../cases/applicants.js';
import { PaperBox } from '../papers/paper-box.js';

type Company = ApplicantSeed['input'] & { kind: 'legal' };
type Holder = NewLicence['holder'];
type Files = Readonly<Record<'card' | 'business' | 'tech', LicenceFile>>;

const isCompany = (input: ApplicantSeed['input']): input is Company => input.kind === 'legal';

/** What the demonstration's registers know: every company and person that applies, with the licences they hold. */
@Injectable()
export class RegistryPlanter {
  constructor(
    private readonly entries: RegistryEntries,
    private readonly licences: LicenceWriter,
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
  ) {}

  /** @returns how many holders were entered */
  async plant(tx: CommandTx): Promise<number> {
    const papers = new PaperBox(this.renderer, this.files);
    const paper = async (code: string, name: string, kind: 'identity' | 'licence'): Promise<LicenceFile> => {
      const [file] = await papers.papersFor({ code, name, kind });
      if (!file) throw new Error(`no paper was made for ${name}`);
      return file;
    };
    const [card, business, tech] = await Promise.all([
      paper('identity', '居民身份证', 'identity'),
      paper('licence', '营业执照', 'licence'),
      paper('licence', '高新技术企业证书', 'licence'),
    ]);
    const today = shanghaiToday(tx.now);
    const holders = Object.values(APPLICANTS).flat();
    await Promise.all(holders.map(({ input }, serial) => this.plantHolder(tx, input, serial, { card, business, tech }, today)));
    return holders.length;
  }

  private async plantHolder(tx: CommandTx, input: ApplicantSeed['input'], serial: number, files: Files, today: IsoDate): Promise<void> {
    await this.entries.keep(tx, {
      kind: input.kind,
      identityType: input.identityType,
      identityNumber: input.identityNumber,
      name: input.name,
      phone: input.phone ?? null,
      address: input.address ?? null,
      registeredOn: isCompany(input) ? foundedOn(serial, today) : null,
      representative: representativeOf(input),
      fields: isCompany(input) ? companyFields(input, serial, today) : {},
    });
    const legal = representativeOf(input);
    if (legal) await this.entries.keep(tx, personEntry(legal, input.address ?? null));
    for (const licence of licencesOf(input, serial, files, today)) await this.licences.add(tx, licence);
  }
}

function representativeOf({ legalRepresentative: legal }: ApplicantSeed['input']): { name: string; identityNumber: string } | null {
  return legal?.identityNumber === undefined ? null : { name: legal.name, identityNumber: legal.identityNumber };
}

/** Who represents a company is a person in the register too. */
function personEntry({ name, identityNumber }: { name: string; identityNumber: string }, address: string | null): NewRegistryEntry {
  const person = { kind: 'natural', identityType: 'idCard', identityNumber, name } as const;
  return { ...person, phone: null, address, registeredOn: null, fields: {}, representative: null };
}

function foundedOn(serial: number, today: IsoDate): IsoDate {
  return addCalendarDays(today, -(400 + ((serial * 173) % 4_000)));
}

function companyFields(input: Company, serial: number, today: IsoDate): NewLicence['fields'] {
  return {
    name: input.name,
    creditCode: input.identityNumber,
    address: input.address ?? '',
    legalRepresentative: input.legalRepresentative?.name ?? '',
    companyType: /公司/.test(input.name) ? '有限责任公司' : '个体工商户',
    registeredCapital: 10 + ((serial * 37) % 990),
    establishedOn: foundedOn(serial, today),
    businessScope: '依法须经批准的项目，经相关部门批准后方可开展经营活动',
  };
}

function licencesOf(input: ApplicantSeed['input'], serial: number, files: Files, today: IsoDate): NewLicence[] {
  const { name, identityType, identityNumber, address = '' } = input;
  if (!isCompany(input)) return [idCard({ name, identityType, identityNumber }, address, serial, files.card, today)];
  const holder: Holder = { name, identityType: 'creditCode', identityNumber };
  const since = foundedOn(serial, today);
  const own: NewLicence[] = [
    {
      ...{ type: 'business-licence', name: '营业执照', number: identityNumber, issuer: '临江区市场监督管理局', resultId: null },
      ...{ holder, issuedOn: since, validFrom: since, validUntil: null, fields: companyFields(input, serial, today) },
      // One company was struck off: its licence can't stand for a paper any more.
      revokedOn: serial === REVOKED ? addCalendarDays(today, -90) : null,
      file: files.business,
    },
  ];
  const legal = representativeOf(input);
  if (legal) own.push(idCard({ ...legal, identityType: 'idCard' }, address, serial, files.card, today));
  if (APPLICANTS.tech.some(({ input: tech }) => tech === input)) own.push(techCertificate(holder, serial, files.tech, today));
  return own;
}

const REVOKED = 17;
const CARD_YEARS = 20;
const YEAR_DAYS = 365;

/** 身份证. Every eleventh has run out, as in life. */
function idCard(holder: Holder, address: string, serial: number, file: LicenceFile, today: IsoDate): NewLicence {
  const validUntil = addCalendarDays(today, serial % 11 === 5 ? -(20 + serial) : YEAR_DAYS * 3 + serial * 17);
  const read = parseIdentityNumber(holder.identityNumber, today);
  return {
    ...{ type: 'id-card', name: '居民身份证', number: holder.identityNumber, issuer: '临江区公安分局', holder, file, resultId: null },
    issuedOn: addCalendarDays(validUntil, -CARD_YEARS * YEAR_DAYS),
    validFrom: addCalendarDays(validUntil, -CARD_YEARS * YEAR_DAYS),
    validUntil,
    revokedOn: null,
    fields: { name: holder.name, address, ...(read.ok ? { sex: read.value.sex === 'male' ? '男' : '女' } : {}) },
  };
}

/** 高新技术企业证书: three years; some have to be renewed first. */
function techCertificate(holder: Holder, serial: number, file: LicenceFile, today: IsoDate): NewLicence {
  const validFrom = addCalendarDays(today, -(100 + ((serial * 97) % 1_300)));
  return {
    ...{ type: 'high-tech-certificate', name: '高新技术企业证书', issuer: '市科学技术局', holder, file, resultId: null, revokedOn: null },
    number: `GR${validFrom.slice(0, 4)}44${String(1_000 + serial * 7).padStart(6, '0')}`,
    issuedOn: validFrom,
    validFrom,
    validUntil: addCalendarDays(validFrom, YEAR_DAYS * 3),
    fields: { name: holder.name },
  };
}
