import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose turn was last at a step that goes round (`inTurn`). The row is locked while the next is chosen: two cases at once take two turns. */
@Entity('assignment_turn')
export class AssignmentTurn {
  @PrimaryColumn('uuid')
  departmentId!: string;

  @PrimaryColumn('uuid')
  itemId!: string;

  @PrimaryColumn('varchar', { length: 60 })
  stepKey!: string;

  @Column('varchar', { length: 20, nullable: true })
  lastStaffNo!: string | null;

  @Column('timestamptz')
  at!: Date;
}
