import type { ItemSummary } from '@onewindow/contracts';
import { ErrorState, MessageBar, SplitGrid, useKeys } from '@onewindow/ui';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useAwayReason } from '../../app/connection.js';
import { StandingPerson } from '../identify/index.js';
import { DraftList } from './draft-list.js';
import { ItemGuide } from './item-guide.js';
import { ItemOutline } from './item-outline.js';
import { ItemSearch } from './item-search.js';
import { Strip } from './item-strip.js';
import { canOpen, closedWords, type OpenItem, useItemSearch } from './use-item-search.js';
import { useOpenItem } from './use-open-item.js';
import './counter.css';
import './checklist.css';
import './start.css';

/** 受理台 before an item is chosen: item search in the middle, this counter's drafts at the left, what the item asks for at the right. */
export function CounterStartPage() {
  const [params] = useSearchParams();
  const from = params.get('from');
  const navigate = useNavigate();
  const { found, item, field } = useItemSearch();
  const open = useOpenItem(from);
  const away = useAwayReason();
  const [closed, setClosed] = useState<string | null>(null);
  const [guided, setGuided] = useState<OpenItem | null>(null);

  function choose(one: ItemSummary | null) {
    if (!one || open.isPending || away) return;
    setClosed(canOpen(one) ? null : closedWords(one));
    if (canOpen(one)) open.mutate(one);
  }
  useKeys(from ? { Escape: { label: '回到原来的件', run: () => void navigate(`/counter/${from}`) } } : {}, { title: '受理台' });

  return (
    <>
      <Strip title={from ? '换事项' : '选事项'}>
        <span className="ow-secondary">名称、拼音首字母或编码，回车开始收件</span>
        <Link className="ow-link" to="/outage">
          停机补录
        </Link>
      </Strip>
      <SplitGrid
        columns={[
          { key: 'drafts', label: '申请人、草稿', width: [284, 360], content: <StartSide /> },
          {
            key: 'items',
            label: '事项',
            width: [474, 640],
            main: true,
            content: (
              <>
                {found.isError ? <ErrorState onRetry={() => void found.refetch()}>{found.error.message}</ErrorState> : null}
                {away ? <MessageBar kind="offline">{`现在不能开始收件：${away}。已开始的件在左边，可以接着填。`}</MessageBar> : null}
                {open.error ? <MessageBar kind="error">{open.error.message}</MessageBar> : null}
                {closed ? <MessageBar kind="conflict">{closed}</MessageBar> : null}
                <ItemSearch {...field} onChoose={choose} busy={open.isPending} />
              </>
            ),
          },
          {
            key: 'outline',
            label: '事项要点',
            width: 'rest',
            content:
              guided && guided.id === item?.id ? (
                <ItemGuide key={guided.id} versionId={guided.versionId} onClose={() => setGuided(null)} />
              ) : (
                <ItemOutline item={item} onGuide={() => setGuided(canOpen(item) ? item : null)} />
              ),
          },
        ]}
      />
    </>
  );
}

/** Who stands there, then this counter's drafts. */
function StartSide() {
  return (
    <>
      <StandingPerson />
      <DraftList />
    </>
  );
}
