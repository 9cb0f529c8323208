import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import type { MaterialFault } from '@onewindow/domain';
import { announce, Empty, focusHomeProps, Pane, useKeys } from '@onewindow/ui';
import { memo } from 'react';
import { askersWords } from '../bundles/index.js';
import { useAwayReason } from '../../app/connection.js';
import { aboutFault } from '../../app/written-about.js';
import { actionOn, DEFER_KEY, type Deferral, DeferralQuota, PROMISE_KEY } from '../deferral/index.js';
import { type Reuse, reuseOfRow } from '../materials/index.js';
import type { ShownItemPaper } from '../notices/index.js';
import { checklistWords, VERDICT_KEYS } from './checklist-words.js';
import { MaterialRow } from './material-row.js';
import type { MaterialProblem } from './use-materials.js';
import type { Upload } from './use-uploads.js';

export interface MaterialsPaneProps {
  detail: CaseDetail;
  definition: ItemDefinition;
  editable: boolean;
  /** Code of the open material. */
  open: string | null;
  /** The papers are what is looked at, not a notice. */
  acting: boolean;
  onOpen: (code: string) => void;
  /** Code of the material whose fault is being written. */
  faulting: string | null;
  onFaulting: (code: string | null) => void;
  onJudge: (code: string, verdict: 'qualified' | 'faulty', fault?: MaterialFault) => void;
  problem: MaterialProblem | null;
  uploads: readonly Upload[];
  onRetry: (upload: Upload) => void;
  onDrop: (key: string) => void;
  reuse: Reuse;
  deferral: Deferral;
  onDefer: (code: string) => void;
  onPromise: (code: string) => void;
  onItemPaper: (shown: ShownItemPaper) => void;
}

/** The checklist with verdicts: ↑↓ and digits open a material, Y and N judge it, U takes it from the library, D lets it follow. */
export const MaterialsPane = memo(function MaterialsPane(props: MaterialsPaneProps) {
  const { detail, definition, editable, open, acting, onOpen, faulting, onFaulting, onJudge, problem, uploads } = props;
  const { materials } = detail;
  const { reuse, deferral, onDefer, onPromise } = props;
  const away = useAwayReason();
  // The line is gone: a pressed key says so instead of a verdict that nobody hears.
  const unlessAway = (run: () => void) => () => (away === undefined ? run() : announce(away));
  // A pressed key must not fall silent: the reason is read aloud.
  const unlessRefused = (action: 'defer' | 'promise', label: string, run: (code: string) => void) => {
    const known = open === null ? undefined : actionOn(deferral.view, open, action);
    if (open === null || !known) return;
    if (known.allowed) run(open);
    else announce(`${label}：${known.reason ?? ''}`);
  };
  const pressReuse = (code: string) => {
    const material = materials.find((m) => m.code === code);
    if (!material || reuse.busy) return;
    if (material.verdict === 'reused') reuse.undo(code);
    else {
      const { offer } = reuseOfRow(material, reuse.offers);
      if (offer) reuse.use(code, offer);
    }
  };
  const at = materials.findIndex((m) => m.code === open);
  const go = (to: number) => {
    const material = materials[Math.max(0, Math.min(materials.length - 1, to))];
    if (material) onOpen(material.code);
  };
  const digits = Object.fromEntries(
    materials.slice(0, 9).map((m, i) => [String(i + 1), { label: m.name, run: () => onOpen(m.code), hidden: true }]),
  );
  useKeys(
    {
      ArrowDown: { label: '下一份材料', run: () => go(at + 1), repeat: true },
      ArrowUp: { label: '上一份材料', run: () => go(at - 1), repeat: true },
      ...digits,
      ...(editable && open
        ? {
            Y: { label: '合格', run: unlessAway(() => onJudge(open, 'qualified')) },
            N: { label: '有误，写原因', run: unlessAway(() => onFaulting(open)) },
            [DEFER_KEY]: { label: '容缺', run: unlessAway(() => unlessRefused('defer', '容缺', onDefer)) },
            [PROMISE_KEY]: { label: '以承诺代替', run: unlessAway(() => unlessRefused('promise', '承诺', onPromise)) },
            [VERDICT_KEYS.reused]: { label: '复用，或撤去', run: unlessAway(() => pressReuse(open)) },
          }
        : {}),
    },
    { title: '材料', scope: 'pane', enabled: faulting === null },
  );
  const { words, trouble } = checklistWords(materials);
  const requirements = new Map(definition.materials.map((r) => [r.code, r]));
  return (
    <Pane title="材料" words={words} trouble={trouble} right={<DeferralQuota view={deferral.view} />} style={{ flex: '0 1 auto' }}>
      {materials.length === 0 ? <Empty>本事项不要材料。</Empty> : null}
      <div role="list" className="fo-materials" {...focusHomeProps}>
        {materials.map((material, index) => (
          <MaterialRow
            key={material.code}
            material={material}
            requirement={requirements.get(material.code)}
            askers={askersWords(definition, material.code, detail)}
            number={index + 1}
            open={material.code === open}
            faultKept={aboutFault(detail.id, material.code)}
            acting={acting}
            editable={editable}
            faulting={faulting === material.code}
            uploads={uploads.filter((u) => u.code === material.code)}
            onAgain={againFor(problem, material.code, onJudge)}
            problem={
              (problem?.code === material.code ? problem : deferral.problem?.code === material.code ? deferral.problem : null)?.words ??
              null
            }
            onOpen={() => onOpen(material.code)}
            onQualify={() => onJudge(material.code, 'qualified')}
            onFault={() => onFaulting(material.code)}
            onRecordFault={(fault) => onJudge(material.code, 'faulty', fault)}
            onCancelFault={() => onFaulting(null)}
            onRetry={props.onRetry}
            onDrop={props.onDrop}
            reuse={reuseOfRow(material, reuse.offers)}
            onReuse={() => pressReuse(material.code)}
            deferral={deferral}
            onDefer={() => onDefer(material.code)}
            onPromise={() => onPromise(material.code)}
            onItemPaper={props.onItemPaper}
            onDate={(issuedOn) => reuse.date(material.code, issuedOn)}
          />
        ))}
      </div>
    </Pane>
  );
});

/** The verdict that did not arrive, to be given once more; null where nothing is to be repeated. */
function againFor(problem: MaterialProblem | null, code: string, onJudge: MaterialsPaneProps['onJudge']): (() => void) | null {
  const again = problem?.code === code ? problem.again : undefined;
  return again ? () => onJudge(code, again.verdict, again.fault) : null;
}
