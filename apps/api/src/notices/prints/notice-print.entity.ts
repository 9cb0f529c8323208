import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One printing of a notice on paper: the first is the original, every later one a reprint that says so. */
@Entity('notice_print')
export class NoticePrint {
  @ForeignKey('Notice')
  @PrimaryColumn('uuid')
  noticeId!: string;

  /** From 1; reprint n has n + 1. */
  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('timestamptz')
  printedAt!: Date;

  @Column('uuid')
  printedBy!: string;

  /** As it stands in the mark of a reprint. */
  @Column('varchar', { length: 40 })
  printedByName!: string;
}
