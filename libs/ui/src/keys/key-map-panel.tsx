import { useLayoutEffect, useRef } from 'react';
import { Kbd } from '../marks/kbd.js';
import { useKeyContext } from './key-context.js';
import { useKeys } from './use-keys.js';
import './key-map-panel.css';

/** `?`: every key that acts on the screen now, docked at the right edge; the work stays in reach. Esc closes. */
export function KeyMapPanel({ onClose }: { onClose: () => void }) {
  const { keys } = useKeyContext();
  const groups = keys.list();
  const panel = useRef<HTMLElement>(null);
  useKeys({ Escape: { label: '收起', run: onClose, hidden: true } }, { title: '全部快捷键', scope: 'panel' });
  useLayoutEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside className="ow-key-panel" aria-label="全部快捷键" tabIndex={-1} ref={panel}>
      <div className="ow-key-panel-head">
        <h2>全部快捷键</h2>
        <button type="button" className="ow-link" onClick={onClose}>
          收起
        </button>
        <Kbd keys="Escape" />
      </div>
      {groups.map((group) => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(({ combos, label }) => (
              <div key={label}>
                <dt>
                  {combos.map((combo) => (
                    <Kbd key={combo} keys={combo} />
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="ow-tertiary ow-small">字母键在输入框外有效；扫码枪读到的内容不会触发按键。</p>
    </aside>
  );
}
