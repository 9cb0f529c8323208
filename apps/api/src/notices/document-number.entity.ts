import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Last number of a series (department and kind) in a year: taken inside the command's transaction, so there is no gap in print. */
@Entity('document_number')
export class DocumentNumber {
  @PrimaryColumn('varchar', { length: 60 })
  series!: string;

  @PrimaryColumn('integer')
  year!: number;

  @Column('integer')
  last!: number;
}
