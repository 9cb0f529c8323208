import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A blank form or a filled sample (空白表, 样表): versions of items name it by its hash; the bytes never change. */
@Entity('item_paper')
export class ItemPaper {
  @PrimaryColumn('varchar', { length: 64 })
  sha256!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('varchar', { length: 60 })
  mediaType!: string;

  @Column('integer')
  size!: number;

  @Column('timestamptz')
  uploadedAt!: Date;

  /** Null when the demonstration brought it along. */
  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;
}
