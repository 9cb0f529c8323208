import { CASE_STATUS_LABELS, CASE_STATUSES, type CaseStatus, type IsoDate } from '@onewindow/domain';
import { Button, DaySpanInput, Mark } from '@onewindow/ui';
import { Input, Select, type InputRef } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { readQuestion, type CaseFilters, type Question } from './search-question.js';

export interface SearchBarProps {
  filters: CaseFilters;
  onFilters: (filters: CaseFilters) => void;
  /** A number of a case or a person: looked up at once, recorded by the server. */
  onLookUp: (question: Question) => void;
  today: IsoDate;
  exportLabel: string;
  onExport: () => void;
  canExport: boolean;
  exporting: boolean;
}

const STATUS_OPTIONS = CASE_STATUSES.map((value: CaseStatus) => ({ value, label: CASE_STATUS_LABELS[value] }));
const WORDS = { caseNo: '按编号找', identity: '按证件号找，留记录', phone: '按手机号找，留记录', name: null, nearly: null } as const;

/** One field for number, identity, phone or name, and the filters that go into the address. */
export function SearchBar({ filters, onFilters, onLookUp, today, exportLabel, onExport, canExport, exporting }: SearchBarProps) {
  const [text, setText] = useState(filters.q);
  const input = useRef<InputRef>(null);
  const question = readQuestion(text, today);
  const hint = question.kind === 'nearly' ? question.reason : WORDS[question.kind];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (question.kind === 'name') onFilters({ ...filters, q: question.q });
    else if (question.kind !== 'nearly') {
      onLookUp(question);
      // Numbers of persons are not left standing on the screen.
      setText('');
    }
  }

  return (
    <form className="fo-search-bar" onSubmit={submit} role="search">
      <Input
        ref={input}
        value={text}
        autoFocus
        allowClear
        maxLength={60}
        className="fo-search-input"
        aria-label="编号、证件号、手机号或姓名"
        placeholder="编号、证件号、手机号、姓名"
        autoComplete="off"
        data-ow-scan
        data-ow-filter
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '' && filters.q !== '') onFilters({ ...filters, q: '' });
        }}
      />
      <Button label="查" keys="Enter" printOnly submit disabled={question.kind === 'nearly'} onClick={() => undefined} />
      {hint ? (
        <span className={question.kind === 'nearly' ? 'fo-check fo-check-red' : 'ow-secondary'}>
          {question.kind === 'nearly' ? <Mark tone="red" /> : null}
          {hint}
        </span>
      ) : null}
      <span className="fo-search-filters">
        <Select
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder="全部状态"
          aria-label="状态"
          className="fo-search-status"
          value={filters.status}
          options={STATUS_OPTIONS}
          onChange={(status) => onFilters({ ...filters, status })}
        />
        <span className="fo-search-dates">
          <DaySpanInput label="收件" speaking value={filters} onSpan={(span) => onFilters({ ...filters, ...span })} />
        </span>
        <Button label={exportLabel} keys="E" disabled={!canExport} busy={exporting} onClick={onExport} />
      </span>
    </form>
  );
}
