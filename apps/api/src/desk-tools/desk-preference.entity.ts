import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person has set up the own desk; nobody has a row before changing something. */
@Entity('desk_preference')
export class DeskPreference {
  @PrimaryColumn('uuid')
  staffId!: string;

  /** 自动签收下一件. */
  @Column('boolean')
  autoClaim!: boolean;
}
