import { MessageBar, useKeys } from '@onewindow/ui';
import { useState, type DragEvent, type FocusEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';

export interface OtherTabProps {
  isElsewhere: boolean;
  onTakeOver: () => void;
  children: ReactNode;
}

/** Panes scroll and papers turn; nothing is typed, pressed or dropped. The keys are locked by the bar above. */
const HANDS_OFF = {
  'aria-disabled': true,
  onFocusCapture: (event: FocusEvent<HTMLElement>) => event.target.blur(),
  onDragOverCapture: (event: DragEvent) => event.stopPropagation(),
  onDropCapture: (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
  },
} as const;

/** A draft that another tab of this browser writes: it can be looked at, or taken over; never written by two. */
export function OtherTab({ isElsewhere, onTakeOver, children }: OtherTabProps) {
  return (
    <>
      {isElsewhere ? <LookingOn onTakeOver={onTakeOver} /> : null}
      <div className={isElsewhere ? 'fo-other-tab fo-looking-on' : 'fo-other-tab'} {...(isElsewhere ? HANDS_OFF : {})}>
        {children}
      </div>
    </>
  );
}

function LookingOn({ onTakeOver }: Pick<OtherTabProps, 'onTakeOver'>) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const take = () => {
    setAsked(true);
    onTakeOver();
  };
  // No key reaches the draft behind.
  useKeys(
    asked ? {} : { Enter: { label: '在这里接着办', run: take }, Escape: { label: '回受理台', run: () => void navigate('/counter') } },
    { title: '本稿在另一个标签页', scope: 'lock' },
  );
  return (
    <MessageBar kind="conflict" onAction={take} actionLabel={asked ? '正在接过来' : '在这里接着办（Enter）'}>
      本稿已在另一个标签页打开。这里只能看；接过来后，那一页只能看。
    </MessageBar>
  );
}
