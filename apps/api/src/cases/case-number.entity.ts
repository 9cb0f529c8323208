import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last serial given in a region on a day (R8.4). Taken in its own transaction: gaps are allowed, waiting for a neighbour's commit is not. */
@Entity('case_number')
export class CaseNumber {
  @PrimaryColumn('varchar', { length: 6 })
  regionCode!: string;

  @PrimaryColumn('date')
  day!: string;

  @Column('integer')
  last!: number;
}
