import { useId, type CSSProperties, type ReactNode } from 'react';
import './pane.css';

export interface PaneHeadProps {
  title: ReactNode;
  /** Counts and words beside the title: 必交 6：合格 1·复用 2. */
  words?: ReactNode;
  /** What is wrong, in red beside the words: 有误 1·未交 1. */
  trouble?: ReactNode;
  /** The right side: a quota, a link, tools. */
  right?: ReactNode;
  id?: string;
}

/** The 32 px head of a pane: title, counts in words, right side. */
export function PaneHead({ title, words, trouble, right, id }: PaneHeadProps) {
  return (
    <div className="ow-pane-head">
      <h2 id={id}>{title}</h2>
      {words ? <span className="ow-pane-head-words">{words}</span> : null}
      {trouble ? <span className="ow-pane-head-trouble">{trouble}</span> : null}
      {right ? <span className="ow-pane-head-right">{right}</span> : null}
    </div>
  );
}

export interface PaneProps extends Partial<Omit<PaneHeadProps, 'id'>> {
  children: ReactNode;
  /** `fill` takes the rest of the column and its content scrolls; `fit` is as high as its content. */
  size?: 'fill' | 'fit';
  /** False where a child scrolls itself (viewer, virtual list). */
  scrolls?: boolean;
  /** Insets the content. Lists go without. */
  inset?: boolean;
  /** `document` is the grey on which papers lie. */
  ground?: 'pane' | 'document';
  /** A line that stays below the scrolling content. */
  foot?: ReactNode;
  label?: string;
  style?: CSSProperties;
}

/** A pane between 1 px rules: a head, content that scrolls by itself, an optional foot. No shadow, no card. */
export function Pane(props: PaneProps) {
  const {
    children,
    size = 'fill',
    scrolls = true,
    inset = false,
    ground = 'pane',
    foot,
    title,
    words,
    trouble,
    right,
    label,
    style,
  } = props;
  const headId = useId();
  const body = [
    'ow-pane-body',
    scrolls ? 'ow-pane-scrolls' : '',
    inset ? 'ow-pane-inset' : '',
    ground === 'document' ? 'ow-pane-document' : '',
  ];
  return (
    <section
      className={`ow-pane ow-pane-${size}`}
      style={style}
      {...(label ? { 'aria-label': label } : title === undefined ? {} : { 'aria-labelledby': headId })}
    >
      {title === undefined ? null : <PaneHead id={headId} title={title} words={words} trouble={trouble} right={right} />}
      <div className={body.filter(Boolean).join(' ')} {...(scrolls && size === 'fill' ? { tabIndex: 0 } : {})}>
        {children}
      </div>
      {foot ? <div className="ow-pane-foot">{foot}</div> : null}
    </section>
  );
}
