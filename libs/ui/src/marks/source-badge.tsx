import './source-badge.css';

/** Where a form value came from. A changed value becomes `typed`. */
export type ValueSource = 'licence' | 'registry' | 'applicant' | 'previous' | 'situation' | 'typed';

/** The words of the sources, as badges and counts print them. */
export const SOURCE_LABELS = {
  licence: '证照',
  registry: '登记',
  applicant: '申请人',
  previous: '上次',
  situation: '情形',
  typed: '手填',
} as const satisfies Record<ValueSource, string>;

/** 证照, 登记 and 申请人 accent, 上次 and 情形 grey, 手填 outlined. The note says which paper or case it was. */
export function SourceBadge({ source, note }: { source: ValueSource; note?: string | undefined }) {
  return (
    <span className={`ow-source ow-source-${source}`} title={note}>
      {SOURCE_LABELS[source]}
      {note ? <span className="ow-visually-hidden">：{note}</span> : null}
    </span>
  );
}
