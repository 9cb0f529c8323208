import type { PaperState } from '@onewindow/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** R6.2: where the paper of a result is, once another hall than the receiving one has asked for it. No row: it lies in the receiving hall. */
@Entity('result_paper')
@Check('result_paper_goes_somewhere', `(state = 'here') = (to_hall_id IS NULL)`)
export class ResultPaper {
  @ForeignKey('Result')
  @PrimaryColumn('uuid')
  resultId!: string;

  /** Where it lies, or lay when it set out. */
  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @ForeignKey('Hall')
  @Column('uuid', { nullable: true })
  toHallId!: string | null;

  @Column('varchar', { length: 8 })
  state!: PaperState;

  @Column('timestamptz')
  since!: Date;

  @Column('uuid')
  movedBy!: string;
}
