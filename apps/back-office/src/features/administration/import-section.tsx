import { useCommand } from '@onewindow/api-client';
import { endpoints, pathOf } from '@onewindow/contracts';
import { Button, FileDrop, MessageBar, SegmentedButtons, SlowProgress } from '@onewindow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { type ImportReport, STAFF_KEY } from './administration.queries.js';

type Kind = ImportReport['kind'];
const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'staff', label: '人员' },
  { value: 'halls', label: '区划、大厅、部门' },
  { value: 'items', label: '事项' },
  { value: 'grades', label: '信用等级' },
  { value: 'queues', label: '叫号业务' },
];
/** A machine without a spreadsheet program gives an xlsx no type at all; the server looks at the content. */
const XLSX = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ''];
/** As much as the server takes. */
const LARGEST_BYTES = 5_000_000;

/** 导入: template, trial run with the errors of every row, then writing. With any faulty row nothing is written. */
export function ImportSection() {
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find(({ value }) => value === params.get('kind'))?.value ?? 'staff';
  return (
    <div className="bo-import">
      <div className="bo-import-head">
        <SegmentedButtons<Kind> label="导入什么" options={KINDS} value={kind} onChange={(next) => setParams({ kind: next })} />
        <a href={pathOf(endpoints.importTemplate, { params: { kind } })} download>
          下载空白表
        </a>
      </div>
      <p className="bo-import-words">下载空白表，一行填一条。选表后先逐行核对，有一行错就一行都不写；都对了再写入。</p>
      <OneImport key={kind} kind={kind} />
    </div>
  );
}

function OneImport({ kind }: { kind: Kind }) {
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState(false);
  const client = useQueryClient();
  const send = useCommand(
    (input: { file: File; dryRun: boolean }, keyedBy) => {
      const content = { kind, dryRun: input.dryRun, name: input.file.name, size: input.file.size, changed: input.file.lastModified };
      const query = { dryRun: input.dryRun ? ('true' as const) : ('false' as const) };
      return api.importRows({ params: { kind }, query }, { ...keyedBy(content), file: input.file, fileName: input.file.name });
    },
    {
      // The list of people names departments and halls too.
      onDone: ({ written }) => (written ? void client.invalidateQueries({ queryKey: STAFF_KEY }) : undefined),
    },
  );
  const report = send.data;
  const tried = report && !report.written;
  const clean = tried && report.errors.length === 0 && report.rows > 0;

  function choose(files: readonly File[]) {
    const chosen = files[0];
    setRefused(chosen === undefined);
    if (!chosen || send.isPending) return;
    setFile(chosen);
    send.mutate({ file: chosen, dryRun: true });
  }
  return (
    <>
      <FileDrop
        label={file ? `换一个表，现在是 ${file.name}` : '选 xlsx，或拖到这里'}
        accept={XLSX}
        maxBytes={LARGEST_BYTES}
        multiple={false}
        onFiles={choose}
      />
      {refused ? <MessageBar kind="error">这个文件收不了。用下载的空白表填，存为 xlsx，5 MB 以内。</MessageBar> : null}
      {send.isPending ? <SlowProgress doing={send.variables.dryRun ? '正在逐行核对' : '正在写入'} after={300} /> : null}
      {send.error ? (
        <ProblemBar
          problem={send.error}
          onClose={send.reset}
          onRetry={() => send.mutate(send.variables ?? { file: file ?? new File([], ''), dryRun: true })}
        />
      ) : null}
      {report?.written ? <MessageBar kind="done">已写入 {report.rows} 行。</MessageBar> : null}
      {clean && file ? (
        <div className="bo-import-ready">
          <span>{report.rows} 行都对，还没有写入。</span>
          <Button
            label={`写入 ${report.rows} 行`}
            kind="primary"
            keys="Ctrl+Enter"
            busy={send.isPending}
            onClick={() => send.mutate({ file, dryRun: false })}
          />
        </div>
      ) : null}
      {report && report.hints.length > 0 ? <Hints hints={report.hints} written={report.written} /> : null}
      {report && report.rows === 0 ? <MessageBar kind="conflict">表里没有数据行。从空白表填起。</MessageBar> : null}
      {report && report.errors.length > 0 ? <RowErrors report={report} /> : null}
      {report && report.passwords.length > 0 ? <FirstPasswords passwords={report.passwords} /> : null}
    </>
  );
}

/** It may be published all the same: who publishes knows what will come of it. */
function Hints({ hints, written }: { hints: readonly string[]; written: boolean }) {
  return (
    <section className="bo-import-table" aria-label="发布前要知道的">
      <MessageBar kind="conflict">{`${written ? '已发布，' : '可以发布，'}${hints.length} 处要知道：`}</MessageBar>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </section>
  );
}

interface CellErrors {
  row: number;
  column: string;
  messages: string[];
}

/** One line for each cell that is wrong, in the order of the sheet. */
function byCell(errors: ImportReport['errors']): CellErrors[] {
  const cells = new Map<string, CellErrors>();
  for (const { row, column, message } of errors) {
    const known = cells.get(`${row} ${column}`);
    if (known) known.messages.push(message);
    else cells.set(`${row} ${column}`, { row, column, messages: [message] });
  }
  return [...cells.values()];
}

function RowErrors({ report }: { report: ImportReport }) {
  return (
    <section className="bo-import-table">
      <MessageBar kind="error">{`${report.rows} 行里 ${report.rows - report.valid} 行有误，一行都没有写入。改好表再选一次。`}</MessageBar>
      <table aria-label="有误的行">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>
          {byCell(report.errors).map(({ row, column, messages }) => (
            <tr key={`${row} ${column}`}>
              <td>{row}</td>
              <td>{column}</td>
              <td>{messages.join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FirstPasswords({ passwords }: { passwords: ImportReport['passwords'] }) {
  return (
    <section className="bo-import-table">
      <MessageBar kind="conflict">{`${passwords.length} 个初始密码只显示这一次，抄下或打印后发给本人。`}</MessageBar>
      <table aria-label="初始密码">
        <thead>
          <tr>
            <th scope="col">工号</th>
            <th scope="col">初始密码</th>
          </tr>
        </thead>
        <tbody>
          {passwords.map(({ staffNo, password }) => (
            <tr key={staffNo}>
              <td>{staffNo}</td>
              <td className="bo-secret">{password}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
