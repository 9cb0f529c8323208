import type { ItemDefinition } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { formProgress, KeyHints, Pane, SchemaForm, SOURCE_LABELS, useScreenSize, type ValueSource } from '@onewindow/ui';
import { useMemo } from 'react';
import type { FormSources, FormValues } from './draft-edits.js';
import { saysTheSame, type Origin } from './prefill.js';

/** Begins the ids of the form's inputs. */
export const FORM_ID = 'fo-form';

export interface FormPaneProps {
  schema: ItemDefinition['form'];
  values: FormValues;
  sources: FormSources;
  origins: Readonly<Record<string, Origin>>;
  editable: boolean;
  today: IsoDate;
  /** After an attempt to accept every problem shows. */
  showAll: boolean;
  onChange: (path: string, value: unknown) => void;
}

/** Where there is room, the keys of the desk stand under the form. */
const DESK_KEYS = [
  [['↑', '↓'], '换材料'],
  [['1–9'], '直达'],
  [['Tab'], '到表单'],
  [['Alt+ArrowDown'], '下一个缺项'],
  [['?'], '全部快捷键'],
] as const;

const SOURCES: readonly string[] = Object.keys(SOURCE_LABELS);
const isSource = (source: string): source is ValueSource => SOURCES.includes(source);

/** How many values came from where: 申请人 4·情形 2·手填 1. */
function sourceWords(values: FormValues, sources: FormSources): string {
  const counts = new Map<string, number>();
  for (const [key, source] of Object.entries(sources)) {
    const value = values[key];
    if (!isSource(source) || value === undefined || value === null || value === '') continue;
    counts.set(SOURCE_LABELS[source], (counts.get(SOURCE_LABELS[source]) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => `${label} ${count}`).join('·');
}

/** The application form in two columns; each value says where it came from. */
export function FormPane({ schema, values, sources, origins, editable, today, showAll, onChange }: FormPaneProps) {
  const size = useScreenSize();
  const { filled, total, missing } = formProgress(schema, values);
  const originals = useMemo(
    // A number that the server has sealed comes back masked: it is the same value, and the open one is not shown again (R10.2).
    () =>
      Object.fromEntries(
        Object.entries(origins).flatMap(([key, origin]) => (saysTheSame(values[key], origin.value) ? [] : [[key, origin.value]])),
      ),
    [origins, values],
  );
  const shown = useMemo(() => {
    // A corrected value keeps its origin's name beside 原值; SchemaForm marks the value itself as 手填.
    const all: Record<string, ValueSource> = {};
    for (const [key, source] of Object.entries(sources)) if (isSource(source)) all[key] = origins[key]?.source ?? source;
    return all;
  }, [sources, origins]);
  if (total === 0) return null;
  return (
    <Pane
      title="表单"
      words={`已填 ${filled}/${total}`}
      trouble={missing.length > 0 ? `差 ${missing.length} 项` : undefined}
      right={sourceWords(values, sources)}
      foot={size === 'wide' ? <KeyHints hints={DESK_KEYS} /> : undefined}
    >
      <SchemaForm
        id={FORM_ID}
        schema={schema}
        values={values}
        sources={shown}
        originals={originals}
        onChange={onChange}
        showAll={showAll}
        disabled={!editable}
        today={today}
      />
    </Pane>
  );
}
