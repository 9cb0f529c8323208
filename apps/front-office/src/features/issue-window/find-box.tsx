import { isCaseNoShaped } from '@onewindow/domain';
import { Kbd, Mark, MessageBar, SlowProgress, useKeys } from '@onewindow/ui';
import { Input, type InputRef } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { useIssueWindow } from './use-issue-window.js';

/** The id of the window's field. */
export const FIND_ID = 'fo-find';

/** Where the search begins; a person's number is never part of an address (R10.2). */
const searchOf = (code: string): string => (isCaseNoShaped(code) ? `/cases?q=${code.replaceAll(/\s/g, '')}` : '/cases');

/** The field of the window: a receipt's code, a case number or an identity number, scanned or typed. */
export function FindBox({ find, onLook }: { find: ReturnType<typeof useIssueWindow>['find']; onLook: (code: string) => Promise<boolean> }) {
  const [code, setCode] = useState('');
  const input = useRef<InputRef>(null);
  useKeys({ F2: { label: '扫码或输编号', run: () => input.current?.focus({ cursor: 'all' }) } }, { title: '出件台' });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() === '') return;
    // The number itself is not left standing on the screen; another that is being typed by then stays.
    void onLook(code.trim()).then((ok) => {
      if (ok) setCode((now) => (now === code ? '' : now));
    });
  }

  return (
    <form className="fo-find" onSubmit={submit}>
      <label htmlFor={FIND_ID}>扫码，或输编号、证件号</label>
      <Input
        ref={input}
        id={FIND_ID}
        size="large"
        value={code}
        maxLength={60}
        autoFocus
        autoComplete="off"
        status={find.fault === null ? '' : 'error'}
        data-ow-scan
        data-ow-filter
        suffix={<Kbd keys="F2" />}
        onChange={(event) => setCode(event.target.value)}
      />
      {find.busy ? <SlowProgress doing="正在找" after={1000} /> : null}
      {find.problem ? <MessageBar kind="error">{find.problem.message}</MessageBar> : null}
      {/* The line stands there from the beginning: what comes of a scan moves nothing. */}
      <span className="fo-find-words" role="status">
        {find.fault === null ? null : (
          <span className="fo-check fo-check-red">
            <Mark tone="red" />
            {find.fault}
          </span>
        )}
        {find.words ? <Mark tone={find.words.startsWith('没有') ? 'yellow' : 'green'} /> : null}
        {find.words}
        {find.words?.startsWith('没有') ? <Link to={searchOf(code)}>到办件查询看办到哪一步</Link> : null}
      </span>
    </form>
  );
}
