import { endpoints, type ItemPaperRef, pathOf } from '@onewindow/contracts';
import { Button, useKeys } from '@onewindow/ui';
import { printOrOpen } from '../../app/print-pdf.js';
import { Sheet } from './sheet.js';
import './notices.css';

/** A blank form or a filled sample that lies on the right. */
export interface ShownItemPaper {
  /** 空白表, 样表 */
  label: string;
  materialName: string;
  paper: ItemPaperRef;
}

/** 空白表 or 样表 of a material: to look at together, and to print for the visitor. */
export function ItemPaperPane({ versionId, shown, onClose }: { versionId: string; shown: ShownItemPaper; onClose: () => void }) {
  const url = pathOf(endpoints.getItemPaper, { params: { id: versionId, hash: shown.paper.sha256 } });
  const isPicture = /\.(png|jpe?g|webp)$/i.test(shown.paper.name);
  useKeys({ Escape: { label: `收起${shown.label}`, run: onClose } }, { title: shown.label, scope: 'panel' });
  return (
    <section className="ow-pane ow-pane-fill" aria-label={shown.label}>
      <div className="ow-pane-head fo-document-head">
        <h2>{shown.label}</h2>
        <span className="ow-pane-head-words">{shown.materialName}</span>
        <span className="ow-pane-head-right">
          <Button size="small" label="打印" keys="Ctrl+P" keyScope="panel" onClick={() => void printOrOpen(url)} />
          <Button size="small" label="收起" keys="Escape" printOnly onClick={onClose} />
        </span>
      </div>
      <Sheet name={shown.paper.name} url={url} problem={null} mediaType={isPicture ? 'image/png' : 'application/pdf'} />
    </section>
  );
}
