import { Controller, Module, type OnModuleInit, Req, Res } from '@nestjs/common';
import { endpoint, type InputOf } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type CommandContext,
  CommandRunner,
  Ctx,
  Database,
  Downloads,
  Endpoint,
  Input,
  JobRegistry,
  sql,
  Uploads,
} from '../src/platform/index.js';

const noteBody = z.strictObject({
  text: z.string().min(1).max(200),
  /** What the command does after writing. */
  then: z.enum(['nothing', 'refuse', 'crash', 'deadlock', 'job', 'failing-job']).default('nothing'),
  data: z.record(z.string(), z.json()).optional(),
});
const note = z.object({ id: z.string(), text: z.string(), writtenAt: z.iso.datetime() });
const stored = z.object({ name: z.string(), mediaType: z.string(), size: z.number().int(), sha256: z.string() });
const sha = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Endpoints that only tests have: each shows one promise of the platform. */
export const probeEndpoints = {
  writeNote: endpoint({
    method: 'POST',
    path: '/probe/notes',
    summary: '写',
    access: 'signed-in',
    body: noteBody,
    response: note,
    status: 201,
  }),
  readNote: endpoint({
    method: 'GET',
    path: '/probe/notes/:id',
    summary: '读',
    access: 'signed-in',
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ big: z.coerce.number().int().optional() }),
    response: note,
  }),
  forAuditors: endpoint({
    method: 'GET',
    path: '/probe/auditors',
    summary: '审计',
    access: ['auditor'],
    response: z.object({ ok: z.literal(true) }),
  }),
  talkative: endpoint({
    method: 'GET',
    path: '/probe/talkative',
    summary: '多嘴',
    access: 'public',
    response: z.object({ shown: z.string() }),
  }),
  wrongAnswer: endpoint({
    method: 'GET',
    path: '/probe/wrong-answer',
    summary: '错答',
    access: 'public',
    response: z.object({ count: z.number() }),
  }),
  uncheckedNumber: endpoint({
    method: 'GET',
    path: '/probe/unchecked',
    summary: '没查的数',
    access: 'public',
    query: z.strictObject({ value: z.string() }),
    response: z.object({ ok: z.literal(true) }),
  }),
  upload: endpoint({ method: 'POST', path: '/probe/files', summary: '传', access: 'signed-in', bodyKind: 'file', response: stored }),
  download: endpoint({
    method: 'GET',
    path: '/probe/files/:sha256',
    summary: '取',
    access: 'signed-in',
    params: sha,
    response: z.never(),
    responseKind: 'file',
  }),
} as const;

const CREATE = sql(`CREATE TABLE IF NOT EXISTS probe_note (id uuid PRIMARY KEY, text text NOT NULL, data jsonb, at timestamptz NOT NULL)`);
const WRITE = sql(`INSERT INTO probe_note (id, text, data, at) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id`);
const READ = sql<{ id: string; text: string; at: Date }>(`SELECT id, text, at FROM probe_note WHERE id = $1`);
const CAST = sql(`SELECT $1::text::integer`);
export const PROBE_TABLE = CREATE.text;

class Refused extends DomainError {
  constructor() {
    super({ code: 'probe.refused', title: '不行。换一个。', kind: 'state', facts: { holderName: '王' } });
  }
}

/** Counts what jobs did, and how often they were tried. */
export class ProbeLog {
  done: string[] = [];
  tried = 0;
  failTimes = 0;
  attempts = 0;
}

@Controller()
class ProbeController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly downloads: Downloads,
    private readonly log: ProbeLog,
  ) {}

  @Endpoint(probeEndpoints.writeNote)
  write(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof probeEndpoints.writeNote>) {
    const { text, then, data } = input.body;
    return this.runner.run(ctx, async (tx) => {
      this.log.attempts += 1;
      const [row] = await tx.query(WRITE, [text, data ? JSON.stringify(data) : null, tx.now]);
      tx.audit({ action: 'guide.issued', actorId: ctx.actor.staffId, ip: ctx.ip });
      tx.touch(`staff:${ctx.actor.staffId}`, 'case:0190a000-0000-7000-8000-000000000001');
      if (then === 'job' || then === 'failing-job') tx.appendOutbox(then === 'job' ? 'probe-write' : 'probe-fail', { text });
      if (then === 'refuse') throw new Refused();
      if (then === 'crash') throw new Error('a secret detail');
      if (then === 'deadlock' && this.log.attempts < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      return { id: String(row?.id), text, writtenAt: tx.now.toISOString() };
    });
  }

  @Endpoint(probeEndpoints.readNote)
  async read(@Input() input: InputOf<typeof probeEndpoints.readNote>) {
    const [row] = await this.database.query(READ, [input.params.id]);
    if (!row) throw new DomainError({ code: 'probe.not-found', title: '没有。', kind: 'not-found' });
    return { id: row.id, text: row.text, writtenAt: row.at.toISOString() };
  }

  @Endpoint(probeEndpoints.forAuditors)
  auditors() {
    return { ok: true };
  }

  @Endpoint(probeEndpoints.talkative)
  talkative() {
    return { shown: 'yes', passwordHash: 'never' };
  }

  @Endpoint(probeEndpoints.wrongAnswer)
  wrongAnswer() {
    return { count: 'seven' };
  }

  @Endpoint(probeEndpoints.uncheckedNumber)
  async unchecked(@Input() input: InputOf<typeof probeEndpoints.uncheckedNumber>) {
    await this.database.query(CAST, [input.query.value]);
    return { ok: true };
  }

  @Endpoint(probeEndpoints.upload)
  async upload(@Ctx() ctx: CommandContext, @Req() request: FastifyRequest) {
    return await this.uploads.receive(request, (file) =>
      this.runner.run(this.uploads.withFile(ctx, file.sha256), async () => {
        await file.keep();
        return { name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 };
      }),
    );
  }

  @Endpoint(probeEndpoints.download)
  async download(@Input() input: InputOf<typeof probeEndpoints.download>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.downloads.send(request, reply, { sha256: input.params.sha256, mediaType: 'application/pdf', name: '身份证 复印件.pdf' });
  }
}

@Module({ controllers: [ProbeController], providers: [ProbeLog] })
export class ProbeModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly log: ProbeLog,
  ) {}

  onModuleInit(): void {
    this.registry.handle<{ text: string }>('probe-write', async (tx, { text }) => {
      this.log.tried += 1;
      await tx.query(WRITE, [`job: ${text}`, null, tx.now]);
      this.log.done.push(text);
    });
    this.registry.handlePrepared<{ text: string }, string>(
      'probe-fail',
      ({ text }) => Promise.resolve(text.toUpperCase()),
      async (tx, _payload, prepared) => {
        this.log.tried += 1;
        await tx.query(WRITE, [`half: ${prepared}`, null, tx.now]);
        if (this.log.tried <= this.log.failTimes) throw new Error(`not yet ${this.log.tried}`);
        this.log.done.push(prepared);
      },
      { isSentAgain: true },
    );
  }
}
