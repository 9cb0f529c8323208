import { Pane, SchemaForm, type FormValues } from '@onewindow/ui';
import { useState } from 'react';
import { largeForm, SAMPLE_FORM, SAMPLE_SOURCES, SAMPLE_VALUES } from './sample-form.js';

const LARGE = largeForm(200);

/** Forms in their states: with errors from the rules and the server, changed values, and one of 200 fields. */
export function FormPage() {
  const [values, setValues] = useState<FormValues>({ ...SAMPLE_VALUES, manager: '陈嘉明', staff: 0, creditCode: '91350100M000100Y44' });
  const [large, setLarge] = useState<FormValues>({});
  return (
    <main className="ow-split" style={{ gridTemplateColumns: '1fr 1fr', height: '100dvh' }}>
      <h1 className="ow-visually-hidden">部件</h1>
      <Pane title="表单">
        <SchemaForm
          id="sample"
          schema={SAMPLE_FORM}
          values={values}
          originals={SAMPLE_VALUES}
          sources={SAMPLE_SOURCES}
          errors={[{ path: 'placeName', message: '与营业执照不一致' }]}
          showAll
          today="2026-10-29"
          onChange={(path, value) => setValues((all) => ({ ...all, [path]: value }))}
        />
      </Pane>
      <Pane title="200 项">
        <SchemaForm
          id="large"
          schema={LARGE}
          values={large}
          today="2026-10-29"
          onChange={(path, value) => setLarge((all) => ({ ...all, [path]: value }))}
        />
      </Pane>
    </main>
  );
}
