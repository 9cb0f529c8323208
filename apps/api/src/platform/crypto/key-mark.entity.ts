import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a database remembers of a key, so that a start with another one is refused instead of finding nobody. */
@Entity('key_mark')
export class KeyMark {
  @PrimaryColumn('varchar', { length: 20 })
  purpose!: string;

  @Column('varchar', { length: 40 })
  mark!: string;
}
