import type { SavedSearch, TaskRow } from '@onewindow/contracts';
import { Button, DaySpanInput, ExportButton, type SheetColumn, useKeys, usePlaceFocus } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { ProblemBar } from '../../../app/problem-bar.js';
import { CLOCK_COLUMNS, SHEET_PAGE, TASK_COLUMNS } from '../../../app/task-sheet.js';
import { isFiltered, listQuery, TAB_LABELS, type DeskFilters } from '../desk-filters.js';
import { taskFacetsQuery } from '../desk.queries.js';
import { useDeskSettingsCommand } from '../desk-settings.queries.js';
import { itemOptions, stepOptions } from './facet-options.js';

const COLUMNS: readonly SheetColumn<TaskRow>[] = [...TASK_COLUMNS, ...CLOCK_COLUMNS];
/** The queue as it is filtered, for a sheet. */
const queuePage = (filters: DeskFilters, cursor: string | null) =>
  api.listTasks({ query: { ...listQuery(filters), limit: SHEET_PAGE, ...(cursor ? { cursor } : {}) } });

export interface FilterPanelProps {
  filters: DeskFilters;
  onFilters: (filters: DeskFilters) => void;
  searches: readonly SavedSearch[];
  autoClaim: boolean;
  onClose: () => void;
}

/** What else the queue can be narrowed by, the searches kept for oneself, and whether the next is claimed by itself. */
export function FilterPanel({ filters, onFilters, searches, autoClaim, onClose }: FilterPanelProps) {
  const { data: facets } = useQuery(taskFacetsQuery(filters.tab));
  const place = usePlaceFocus<HTMLElement>();
  const [name, setName] = useState('');
  const settings = useDeskSettingsCommand(() => setName(''));
  useKeys({ Escape: { label: '收起筛选条件', run: onClose } }, { title: '筛选', scope: 'pane' });
  const set = (part: Partial<DeskFilters>) => onFilters({ ...filters, ...part });
  const items = facets?.items ?? [];
  const wanted = name.trim();
  const save = () => {
    if (wanted !== '') settings.run({ kind: 'saveSearch', name: wanted, filter: listQuery(filters) });
  };
  return (
    <section ref={place} className="bo-filter-panel" aria-label="筛选条件" tabIndex={-1}>
      <label>
        <span>事项</span>
        <Select
          allowClear
          size="small"
          aria-label="事项"
          placeholder="全部事项"
          value={filters.itemId}
          options={itemOptions(items)}
          onChange={(itemId?: string) => set({ itemId: itemId ?? null })}
        />
      </label>
      <label>
        <span>环节</span>
        <Select
          allowClear
          size="small"
          aria-label="环节"
          placeholder="全部环节"
          value={filters.stepName}
          options={stepOptions(items, filters.itemId)}
          onChange={(stepName?: string) => set({ stepName: stepName ?? null })}
        />
      </label>
      <label>
        <span>停滞</span>
        <InputNumber
          size="small"
          min={1}
          max={60}
          precision={0}
          suffix="个工作日以上"
          aria-label="停滞几个工作日以上"
          value={filters.minStalled}
          onChange={(days) => set({ minStalled: days })}
        />
      </label>
      <div className="bo-filter-days">
        <span>收件</span>
        <DaySpanInput
          size="small"
          label="收件"
          value={{ from: filters.receivedFrom, to: filters.receivedTo }}
          onSpan={({ from, to }) => set({ receivedFrom: from, receivedTo: to })}
        />
      </div>
      <div className="bo-filter-save">
        <span>常用</span>
        <Input
          size="small"
          maxLength={20}
          placeholder={isFiltered(filters) ? '给这个筛选起个名' : '先筛选，再存'}
          aria-label="常用筛选的名称"
          value={name}
          disabled={!isFiltered(filters)}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Button size="small" label="存为常用" disabled={wanted === ''} busy={settings.busy} onClick={save} />
      </div>
      {searches.length > 0 ? (
        <ul className="bo-filter-saved" aria-label="已存的常用筛选">
          {searches.map((search) => (
            <li key={search.id}>
              <span>{search.name}</span>
              <button
                type="button"
                className="ow-link"
                aria-label={`删去常用筛选 ${search.name}`}
                onClick={() => settings.run({ kind: 'removeSearch', id: search.id })}
              >
                删
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="bo-filter-export">
        <span>列表</span>
        <ExportButton title={`待办 ${TAB_LABELS[filters.tab]}`} columns={COLUMNS} page={(cursor) => queuePage(filters, cursor)} />
      </div>
      <Checkbox checked={autoClaim} onChange={(event) => settings.run({ kind: 'autoClaim', autoClaim: event.target.checked })}>
        自动签收下一件：手上办完，签收部门池里最急的
      </Checkbox>
      {settings.problem ? <ProblemBar problem={settings.problem} onClose={settings.dismiss} /> : null}
    </section>
  );
}
