import type { CaseMaterial, ItemDefinition } from '@onewindow/contracts';
import { faultOf, type MaterialFault } from '@onewindow/domain';
import { Button, Chip, ListRow, MessageBar } from '@onewindow/ui';
import { useAwayReason } from '../../app/connection.js';
import { type Deferral, deferralFacts, DeferralLine, DeferralVerdicts } from '../deferral/index.js';
import { FaultEditor, FaultWords, libraryFacts, MaterialDates, type RowReuse } from '../materials/index.js';
import { ItemPaperButtons, type ShownItemPaper } from '../notices/index.js';
import { VERDICT_KEYS } from './checklist-words.js';
import { MaterialTag } from './material-tag.js';
import { againLabel } from './upload-again.js';
import type { Upload } from './use-uploads.js';

export interface MaterialRowProps {
  material: CaseMaterial;
  requirement: ItemDefinition['materials'][number] | undefined;
  /** 一件事: the departments that it serves; null on every other case. */
  askers: string | null;
  number: number;
  open: boolean;
  /** Under which name the words about its fault are kept. */
  faultKept: string;
  /** The keys act here; otherwise another pane has them and the row is merely the current one. */
  acting: boolean;
  editable: boolean;
  faulting: boolean;
  uploads: readonly Upload[];
  problem: string | null;
  /** Does once more what the problem is about; null where that can't be. */
  onAgain: (() => void) | null;
  onOpen: () => void;
  onQualify: () => void;
  onFault: () => void;
  onRecordFault: (fault: MaterialFault) => void;
  onCancelFault: () => void;
  onRetry: (upload: Upload) => void;
  onDrop: (key: string) => void;
  /** What the library has for it; a press uses it, or takes it back. */
  reuse: RowReuse;
  onReuse: () => void;
  onDate: (issuedOn: string) => void;
  /** 容缺 and 告知承诺. */
  deferral: Deferral;
  onDefer: () => void;
  onPromise: () => void;
  /** Shows the blank form or the filled sample at the right. */
  onItemPaper: (shown: ShownItemPaper) => void;
}

const MEDIA = { original: '原件', copy: '复印件', electronic: '电子件' } as const;

/** What there is of a material: its files, or what is asked for. */
function shortFacts({ material, requirement, reuse }: Pick<MaterialRowProps, 'material' | 'requirement' | 'reuse'>): string {
  if (material.verdict === 'reused') return libraryFacts(material);
  const follows = deferralFacts(material);
  if (follows !== null) return follows;
  if (material.verdict === 'missing' && reuse.note !== null) return reuse.note;
  const medium = requirement ? MEDIA[requirement.medium] : '';
  if (material.files.length > 0) return `${medium} ${material.files.length} 个文件`;
  if (!requirement) return '';
  return requirement.copies > 0 ? `${medium} ${requirement.copies} 份` : medium;
}

/** One line of the checklist; the open one says why it is wrong and carries the verdicts with their keys. */
export function MaterialRow(props: MaterialRowProps) {
  const { material, requirement, number, open, acting, editable, faulting, uploads, problem } = props;
  const { verdict } = material;
  const away = useAwayReason();
  const showsStandard = !material.defect && verdict !== 'qualified' && verdict !== 'deferred' && verdict !== 'promised';
  return (
    <ListRow label={material.name} focused={open && acting} current={open && !acting} onOpen={props.onOpen}>
      <div className={open && (editable || material.defect) ? 'fo-material fo-material-open' : 'fo-material'}>
        <div className="fo-material-line">
          <span className="fo-material-no">{number}</span>
          <span className={open || (verdict === 'missing' && material.required) ? 'fo-material-name ow-strong' : 'fo-material-name'}>
            {material.name}
          </span>
          {material.isKey ? (
            <Chip tone="neutral" shape="none" ground="outline">
              主件
            </Chip>
          ) : null}
          {props.askers === null ? null : (
            <span className="fo-material-askers" title={props.askers}>
              {props.askers}
            </span>
          )}
          <span className="fo-material-facts">{shortFacts(props)}</span>
          <MaterialTag material={material} />
        </div>
        {open && material.defect && !faulting ? (
          <div className="fo-material-line fo-material-defect">
            <FaultWords material={material} />
            {editable ? (
              <button
                type="button"
                className="ow-link"
                onClick={(event) => {
                  event.stopPropagation();
                  props.onFault();
                }}
              >
                改原因
              </button>
            ) : null}
          </div>
        ) : null}
        {open && requirement && !faulting && (showsStandard || requirement.blankForm || requirement.filledSample) ? (
          <div className="fo-material-line fo-material-standard">
            <span>{showsStandard ? requirement.standard : ''}</span>
            <ItemPaperButtons requirement={requirement} onShow={props.onItemPaper} />
          </div>
        ) : null}
        {open && editable && requirement?.validMonths !== undefined && verdict !== 'reused' && verdict !== 'missing' ? (
          <MaterialDates material={material} validMonths={requirement.validMonths} onDate={props.onDate} />
        ) : null}
        {open && !faulting ? <DeferralLine material={material} deferral={props.deferral} editable={editable} /> : null}
        {open && editable && !faulting ? (
          // A verdict goes on to the next paper: the press must not open this row once more.
          <div className="fo-material-line fo-material-actions" onClick={(event) => event.stopPropagation()}>
            <Button
              size="small"
              label="合格"
              keys="Y"
              printOnly
              kind={verdict === 'qualified' ? 'chosen' : 'normal'}
              pressed={verdict === 'qualified'}
              disabled={away !== undefined}
              onClick={props.onQualify}
            />
            <Button
              size="small"
              label="有误"
              keys="N"
              printOnly
              kind={verdict === 'faulty' ? 'chosen' : 'normal'}
              pressed={verdict === 'faulty'}
              disabled={away !== undefined}
              onClick={props.onFault}
            />
            <Button
              size="small"
              label={props.reuse.label}
              {...(props.reuse.offer || props.reuse.pressed ? { keys: VERDICT_KEYS.reused } : {})}
              printOnly
              disabled={away !== undefined || (props.reuse.offer === null && !props.reuse.pressed)}
              kind={props.reuse.pressed ? 'chosen' : 'normal'}
              pressed={props.reuse.pressed}
              onClick={props.onReuse}
            />
            {away === undefined ? (
              <DeferralVerdicts material={material} deferral={props.deferral} onDefer={props.onDefer} onPromise={props.onPromise} />
            ) : (
              <span className="ow-secondary ow-small">{away}</span>
            )}
          </div>
        ) : null}
        {faulting ? (
          <FaultEditor
            about={props.faultKept}
            materialName={material.name}
            points={requirement?.reviewPoints ?? []}
            initial={faultOf(material.defect, material.faultyPoints ?? null)}
            hindrance={away}
            onRecord={props.onRecordFault}
            onCancel={props.onCancelFault}
          />
        ) : null}
        {uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} onRetry={() => props.onRetry(upload)} onDrop={() => props.onDrop(upload.key)} />
        ))}
        {problem ? (
          <MessageBar kind="error" {...(props.onAgain ? { onAction: props.onAgain, actionLabel: '再记一次' } : {})}>
            {problem}
          </MessageBar>
        ) : null}
      </div>
    </ListRow>
  );
}

/** A file on its way, or held up. */
function UploadLine({ upload, onRetry, onDrop }: { upload: Upload; onRetry: () => void; onDrop: () => void }) {
  if (upload.problem) {
    const again = againLabel(upload.problem);
    return (
      <MessageBar kind="error" {...(again === null ? {} : { onAction: onRetry, actionLabel: again })} onClose={onDrop}>
        {`${upload.file.name}：${upload.problem.message}`}
      </MessageBar>
    );
  }
  const percent = Math.round(upload.share * 100);
  return (
    <div
      className="fo-upload"
      role="progressbar"
      aria-label={`上传 ${upload.file.name}`}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span className="fo-upload-name">{upload.file.name}</span>
      <span className="fo-upload-track">
        <span style={{ width: `${percent}%` }} />
      </span>
      <span>{percent < 100 ? `${percent}%` : '正在核对内容'}</span>
    </div>
  );
}
