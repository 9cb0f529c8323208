import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { failingCodes, type IsoDate, MATERIAL_VERDICT_LABELS } from '@onewindow/domain';
import { formProgress, KeyHints, Pane, SchemaForm, SOURCE_LABELS, useScreenSize, validateForm, type ValueSource } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { CodeOverrides } from './code-overrides.js';
import { saysTheSame, type Origin } from './first-values.js';
import { FORM_ID } from './form-id.js';
import { regionsQuery } from './forms.queries.js';

type FormValues = CaseDetail['form'];

export interface FormPaneProps {
  schema: ItemDefinition['form'];
  values: FormValues;
  answers: CaseDetail['answers'];
  sources: CaseDetail['formSources'];
  corrections: CaseDetail['formCorrections'];
  origins: Readonly<Record<string, Origin>>;
  materials: CaseDetail['materials'];
  ownNumberMasked: string | undefined;
  /** R8.2: reasons by credit code that fails and stands. */
  overrides: CaseDetail['formOverrides'];
  onOverride: (code: string, reason: string) => void;
  editable: boolean;
  today: IsoDate;
  /** After an attempt to accept every problem shows. */
  showAll: boolean;
  onChange: (path: string, value: unknown) => void;
  onMaterial: (code: string) => void;
}

/** Where there is room, the keys of the desk stand under the form. */
const DESK_KEYS = [
  [['↑', '↓'], '换材料'],
  [['1–9'], '直达'],
  [['Enter'], '下一格'],
  [['Alt+ArrowDown'], '下一个缺项'],
  [['F1'], '全部快捷键'],
] as const;

const SOURCES: readonly string[] = Object.keys(SOURCE_LABELS);
const isSource = (source: string): source is ValueSource => SOURCES.includes(source);

/** How many values came from where: 申请人 4·情形 2·手填 1. */
function sourceWords(values: FormValues, sources: CaseDetail['formSources']): string {
  const counts = new Map<string, number>();
  for (const [key, source] of Object.entries(sources)) {
    const value = values[key];
    if (!isSource(source) || value === undefined || value === null || value === '') continue;
    counts.set(SOURCE_LABELS[source], (counts.get(SOURCE_LABELS[source]) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => `${label} ${count}`).join('·');
}

/** 差 2 项·有误 1 项; nothing where all is well. */
function troubleWords(missing: number, wrong: number): string | undefined {
  const words = [missing > 0 ? `差 ${missing} 项` : '', wrong > 0 ? `有误 ${wrong} 项` : ''].filter(Boolean);
  return words.length === 0 ? undefined : words.join('·');
}

/** The application form in two columns; each value says where it came from. */
export function FormPane(props: FormPaneProps) {
  const { schema, values, answers, sources, corrections, origins, materials, editable, today, showAll, onChange, onMaterial } = props;
  const { overrides, onOverride, ownNumberMasked } = props;
  const size = useScreenSize();
  const hasAddress = useMemo(() => Object.values(schema.properties).some(({ type }) => type === 'object'), [schema]);
  const regions = useQuery({ ...regionsQuery, enabled: hasAddress });
  const { filled, total, missing } = formProgress(schema, values, answers);
  const wrong = useMemo(
    () => validateForm(schema, values, { today, answers, ownNumberMasked, overrides }).filter((one) => one.isWrong).length,
    [schema, values, today, answers, ownNumberMasked, overrides],
  );
  const originals = useMemo(() => {
    // A number that the server has sealed comes back masked: it is the same value, and the open one is not shown again (R10.2).
    const all: Record<string, unknown> = {};
    for (const [key, origin] of Object.entries(origins)) if (!saysTheSame(values[key], origin.value)) all[key] = origin.value;
    for (const [key, { value }] of Object.entries(corrections)) if (!saysTheSame(values[key], value)) all[key] = value;
    return all;
  }, [origins, corrections, values]);
  const shown = useMemo(() => {
    // A corrected value keeps its origin's name beside 原值; SchemaForm marks the value itself as 手填.
    const all: Record<string, ValueSource> = {};
    for (const [key, source] of Object.entries(sources)) {
      if (isSource(source)) all[key] = corrections[key]?.source ?? (key in originals ? origins[key]?.source : undefined) ?? source;
    }
    return all;
  }, [sources, origins, originals, corrections]);
  const failing = useMemo(
    () => failingCodes(schema, values, { today, answers, numbers: 'masks', ownNumberMasked }),
    [schema, values, today, answers, ownNumberMasked],
  );
  const notes = useMemo(
    () => Object.fromEntries(Object.entries(origins).flatMap(([key, { note }]) => (note === undefined ? [] : [[key, note]]))),
    [origins],
  );
  const renderAttachment = useCallback(
    (code: string) => {
      const material = materials.find((one) => one.code === code);
      if (!material) return '见材料';
      const { length } = material.files;
      return (
        <>
          <button type="button" className="ow-link" onClick={() => onMaterial(code)}>
            {material.name}
          </button>
          <span className="ow-secondary">
            {MATERIAL_VERDICT_LABELS[material.verdict]}
            {length > 0 ? `·${length} 个文件` : ''}
          </span>
        </>
      );
    },
    [materials, onMaterial],
  );
  return (
    <Pane
      title="表单"
      words={`已填 ${filled}/${total}`}
      trouble={troubleWords(missing.length, wrong)}
      right={sourceWords(values, sources)}
      foot={size === 'wide' ? <KeyHints hints={DESK_KEYS} /> : undefined}
    >
      <SchemaForm
        id={FORM_ID}
        schema={schema}
        values={values}
        answers={answers}
        sources={shown}
        notes={notes}
        originals={originals}
        onChange={onChange}
        showAll={showAll}
        disabled={!editable}
        today={today}
        ownNumberMasked={props.ownNumberMasked}
        overrides={overrides}
        renderAttachment={renderAttachment}
        {...(regions.data ? { regions: regions.data } : {})}
      />
      <div className="fo-reason-notes">
        <CodeOverrides codes={failing} overrides={overrides} editable={editable} onOverride={onOverride} />
      </div>
    </Pane>
  );
}
