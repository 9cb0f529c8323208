import type { ItemSummary } from '@onewindow/contracts';
import { Chip, Empty, Kbd, KeyHints, ListRow, Pane, SkeletonRows, SlowProgress, TwoLines, useKeys } from '@onewindow/ui';
import { Input, type InputRef } from 'antd';
import { useRef, type KeyboardEvent } from 'react';
import { KIND_LABELS, limitWords } from './item-strip.js';
import './item-search.css';

export interface ItemSearchProps {
  q: string;
  onQ: (q: string) => void;
  items: readonly ItemSummary[];
  isPending: boolean;
  /** The list did not come: nothing is said of its being empty. */
  failed: boolean;
  /** Index of the item under the cursor, −1 without any. */
  at: number;
  onAt: (at: number) => void;
  onChoose: (item: ItemSummary | null) => void;
  busy: boolean;
  /** What Enter does with the item under the cursor. */
  enterWords?: string;
}

const LIST_ID = 'fo-items';
const ROW_PX = 46;

/** Finds an item by name, pinyin initials or code; ↑↓ and Enter without leaving the field. */
export function ItemSearch({ q, onQ, items, isPending, failed, at, onAt, onChoose, busy, enterWords = '开始收件' }: ItemSearchProps) {
  const input = useRef<InputRef>(null);
  useKeys({ F3: { label: '找事项', run: () => input.current?.focus({ cursor: 'all' }) } }, { title: '事项' });
  const move = (step: number) => onAt(Math.max(0, Math.min(items.length - 1, at + step)));

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onChoose(items[at] ?? null);
    }
  }

  return (
    <Pane
      label="选事项"
      foot={
        <KeyHints
          hints={[
            [['↑', '↓'], '换事项'],
            [['Enter'], enterWords],
            [['F1'], '全部快捷键'],
          ]}
        />
      }
    >
      <div className="fo-item-search">
        <Input
          ref={input}
          size="large"
          autoFocus
          allowClear
          value={q}
          maxLength={60}
          placeholder="事项名称、拼音首字母、编码"
          aria-label="找事项"
          role="combobox"
          aria-expanded
          aria-controls={LIST_ID}
          aria-activedescendant={at >= 0 ? `${LIST_ID}-${at}` : undefined}
          suffix={<Kbd keys="F3" />}
          data-ow-filter
          onChange={(event) => onQ(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {busy ? <SlowProgress doing="正在开草稿" after={1000} /> : null}
      </div>
      {isPending ? <SkeletonRows rows={10} rowHeight={ROW_PX} blocks={1} label="事项" /> : null}
      {!isPending && items.length === 0 && !failed ? (
        <Empty link={{ label: '看全部事项', onOpen: () => onQ('') }}>{`没有“${q}”。换名称里的字，或拼音首字母。`}</Empty>
      ) : null}
      <div role="listbox" id={LIST_ID} aria-label="事项">
        {items.map((item, index) => (
          <ListRow
            key={item.id}
            id={`${LIST_ID}-${index}`}
            as="option"
            label={item.name}
            focused={index === at}
            height={ROW_PX}
            onOpen={() => {
              onAt(index);
              onChoose(item);
            }}
          >
            <TwoLines
              first={item.name}
              second={`${item.department.shortName}·${limitWords(item.statutoryLimit, item.promisedLimit, item.kind)}`}
              strong={index === at}
            />
            <span className="fo-item-initials">{item.initials}</span>
            {item.open ? (
              <Chip tone="neutral" shape="none" ground="outline">
                {KIND_LABELS[item.kind]}
              </Chip>
            ) : (
              <Chip tone="neutral" shape="none">
                {item.closedReason ?? '未开放'}
              </Chip>
            )}
          </ListRow>
        ))}
      </div>
    </Pane>
  );
}
