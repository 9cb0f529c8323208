import { useCommand } from '@onewindow/api-client';
import { type CalendarWorkbookReport, endpoints, pathOf } from '@onewindow/contracts';
import { Button, FileDrop, MessageBar, Pane, SlowProgress } from '@onewindow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { CALENDAR_KEY } from './calendar.queries.js';
import { EffectView } from './effect-view.js';
import type { LoaderProps } from './notice-loader.js';

/** A machine without a spreadsheet program gives an xlsx no type at all; the server looks at the content. */
const XLSX = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ''];
const LARGEST_BYTES = 5_000_000;

/** The year's workbook, downloaded, changed and sent back: a trial first, then written. */
export function WorkbookLoader({ view, head, ways, onDone }: LoaderProps) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [refused, setRefused] = useState(false);
  const params = { year: view.year };
  const send = useCommand(
    (input: { file: File; dryRun: boolean; version: number }, keyedBy) => {
      const words = source.trim();
      const query = {
        dryRun: input.dryRun ? ('true' as const) : ('false' as const),
        expectedVersion: input.version,
        ...(words === '' ? {} : { source: words }),
      };
      const content = { ...params, ...query, name: input.file.name, size: input.file.size, changed: input.file.lastModified };
      return api.loadCalendarWorkbook({ params, query }, { ...keyedBy(content), file: input.file, fileName: input.file.name });
    },
    {
      onDone: ({ run }) => {
        if (run === null) return;
        void client.invalidateQueries({ queryKey: CALENDAR_KEY });
        onDone(`${run.words}。在办件随之重算。`);
      },
    },
  );
  const { version } = view;
  // What was counted before somebody else changed the calendar is counted anew; the file and what was written stay.
  const isOutdated = send.variables !== undefined && !send.isPending && send.variables.version !== version;
  const report = isOutdated ? undefined : send.data;
  const isClean = report !== undefined && report.errors.length === 0;
  const check = (chosen: File) => send.mutate({ file: chosen, dryRun: true, version });
  // Also where a refusal was put away: what the trial found went with it.
  const mustCheck = file !== null && report === undefined && !send.isPending;
  const unclean = isOutdated ? '日历刚改过，再核对' : report === undefined ? '先核对' : '表还不对';
  const missing = file === null ? '选表' : !isClean ? unclean : source.trim() === '' ? '写文号' : null;
  return (
    <Pane
      title={head}
      inset
      foot={
        <>
          <Button
            label={head}
            kind="primary"
            keys="Ctrl+Enter"
            disabled={missing !== null}
            busy={send.isPending}
            onClick={() => (file ? send.mutate({ file, dryRun: false, version }) : undefined)}
          />
          {missing ? <span className="ow-action-reason">{missing}</span> : null}
        </>
      }
    >
      <div className="bo-calendar-form">
        {ways}
        <p>
          每天一行，全年不缺不重。
          <a href={pathOf(endpoints.calendarWorkbook, { params })} download>
            {`下载 ${view.year} 年的表`}
          </a>
          ，改好节假日再装入。
        </p>
        <div>
          <FileDrop
            label={file ? `换一个表，现在是 ${file.name}` : '选 xlsx，或拖到这里'}
            accept={XLSX}
            maxBytes={LARGEST_BYTES}
            multiple={false}
            onFiles={([chosen]) => {
              setRefused(chosen === undefined);
              if (!chosen || send.isPending) return;
              setFile(chosen);
              check(chosen);
            }}
          />
          {mustCheck ? <Button label="再核对" onClick={() => check(file)} /> : null}
        </div>
        {refused ? <MessageBar kind="error">这个文件收不了。用下载的表改，存为 xlsx，5 MB 以内。</MessageBar> : null}
        <label htmlFor="bo-workbook-source">文号</label>
        <Input id="bo-workbook-source" maxLength={120} value={source} onChange={(event) => setSource(event.target.value)} />
        {send.isPending ? <SlowProgress doing={send.variables.dryRun ? '正在逐行核对，数要变的件' : '正在装入'} after={300} /> : null}
        {send.error ? (
          <ProblemBar
            problem={send.error}
            onRefresh={() => void client.invalidateQueries({ queryKey: CALENDAR_KEY })}
            onRetry={() => (send.variables ? send.mutate(send.variables) : undefined)}
            onClose={send.reset}
          />
        ) : null}
        {report && report.errors.length > 0 ? <RowErrors report={report} /> : null}
        {report?.effect ? <EffectView effect={report.effect} ofYear /> : null}
      </div>
    </Pane>
  );
}

function RowErrors({ report }: { report: CalendarWorkbookReport }) {
  return (
    <>
      <MessageBar kind="error">{`${report.rows} 行里 ${report.errors.length} 处不对，一天都没有装入。改好表再选一次。`}</MessageBar>
      <table className="bo-notice-table" aria-label="不对的行">
        <tbody>
          {report.errors.map(({ row, message }) => (
            <tr key={`${row} ${message}`}>
              <th scope="row">{row === null ? '全年' : `第 ${row} 行`}</th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
