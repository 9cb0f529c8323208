import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A large file on its way in parts; a broken line goes on where it stopped. */
@Entity('upload_session')
export class UploadSessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Who sends it; nobody else may go on with it. */
  @Column('uuid')
  staffId!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  /** As the client declared it; the content decides when it is whole. */
  @Column('varchar', { length: 60 })
  mediaType!: string;

  @Column('integer')
  size!: number;

  /** Bytes that have arrived, without gaps. */
  @Column('integer')
  received!: number;

  @Index('upload_session_touched')
  @Column('timestamptz')
  touchedAt!: Date;
}

/** One part. It lies in the database, so that any process of the API can take the next. */
@Entity('upload_part')
export class UploadPartEntity {
  @ForeignKey('UploadSessionEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  uploadId!: string;

  @PrimaryColumn('integer')
  start!: number;

  @Column('bytea')
  bytes!: Buffer;
}
