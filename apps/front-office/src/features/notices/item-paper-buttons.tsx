import type { ItemDefinition } from '@onewindow/contracts';
import { Button } from '@onewindow/ui';
import type { ShownItemPaper } from './item-paper-pane.js';
import './notices.css';

/** 空白表 and 样表 of the open material, where its item has them. */
export function ItemPaperButtons({
  requirement,
  onShow,
}: {
  requirement: Pick<ItemDefinition['materials'][number], 'name' | 'blankForm' | 'filledSample'>;
  onShow: (shown: ShownItemPaper) => void;
}) {
  const { name, blankForm, filledSample } = requirement;
  if (!blankForm && !filledSample) return null;
  return (
    // A press shows the paper; it must not open the row once more.
    <span className="fo-item-papers" onClick={(event) => event.stopPropagation()}>
      {blankForm ? (
        <Button
          size="small"
          label="空白表"
          keys="B"
          keyScope="pane"
          onClick={() => onShow({ label: '空白表', materialName: name, paper: blankForm })}
        />
      ) : null}
      {filledSample ? (
        <Button
          size="small"
          label="样表"
          keys="S"
          keyScope="pane"
          onClick={() => onShow({ label: '样表', materialName: name, paper: filledSample })}
        />
      ) : null}
    </span>
  );
}
