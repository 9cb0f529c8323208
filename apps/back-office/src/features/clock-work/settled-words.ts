import type { ExtensionView, ProcedureView } from '@onewindow/contracts';
import { type IsoDate, pastMomentWords } from '@onewindow/domain';

type Decided = Pick<ExtensionView, 'decidedBy' | 'decidedAt'>;

const by = ({ decidedBy, decidedAt }: Decided, today: IsoDate): string =>
  [decidedBy?.name, decidedAt === null ? null : pastMomentWords(decidedAt, today)].filter(Boolean).join(' ');

/** R5.4: who has answered a request for an extension meanwhile, without the full stop: 周敏 10:42 已准予延长. */
export function extensionSettled(extension: Pick<ExtensionView, 'status'> & Decided, today: IsoDate): string {
  if (extension.status === 'withdrawn') return `延期的申请 ${by(extension, today)} 已撤回`;
  return `${by(extension, today)} 已${extension.status === 'granted' ? '准予延长' : '答复不同意延长'}`;
}

/** R5.4: who has answered a request for a pause meanwhile, or that the pause is over; without the full stop. */
export function procedureSettled(procedure: Pick<ProcedureView, 'phase' | 'label'> & Decided, today: IsoDate): string {
  const { phase, label } = procedure;
  if (phase === 'ended') return `${label}已在别处结束`;
  if (phase === 'withdrawn') return `${label}的申请 ${by(procedure, today)} 已撤回`;
  return `${by(procedure, today)} 已${phase === 'refused' ? '答复不同意' : '同意'}${label}`;
}
