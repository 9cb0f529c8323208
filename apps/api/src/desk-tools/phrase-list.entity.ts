import type { TaskKind } from '@onewindow/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Phrases for the opinions of one kind of task: a person's own, or those with which a department's people start. */
@Entity('phrase_list')
export class PhraseList {
  /** Of the person or of the department. */
  @PrimaryColumn('uuid')
  ownerId!: string;

  @PrimaryColumn('varchar', { length: 12 })
  kind!: TaskKind;

  /** In the order of Alt+1, Alt+2 … */
  @Column('jsonb')
  phrases!: string[];
}
