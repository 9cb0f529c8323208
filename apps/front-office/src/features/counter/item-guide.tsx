import { ErrorState, Pane, SkeletonRows, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { GuidePane } from '../notices/index.js';
import type { Answers } from './draft-edits.js';
import { itemVersionQuery } from './counter.queries.js';
import { defaultAnswers } from './situation-hints.js';
import { SituationPane } from './situation-pane.js';

/** 一次告知单 of the item under the cursor: the questions are answered here, no case is opened. */
export function ItemGuide({ versionId, onClose }: { versionId: string; onClose: () => void }) {
  const version = useQuery(itemVersionQuery(versionId));
  const [given, setGiven] = useState<Answers | null>(null);
  // The key that opened it closes it, from inside the search field too.
  useKeys({ F8: { label: '收起告知单', run: onClose } }, { title: '一次告知单', scope: 'panel' });
  if (version.isError) return <ErrorState onRetry={() => void version.refetch()}>{version.error.message}</ErrorState>;
  if (!version.data)
    return (
      <Pane title="一次告知单">
        <SkeletonRows rows={8} blocks={0} label="事项" />
      </Pane>
    );
  const { definition } = version.data;
  const answers = given ?? defaultAnswers(definition.questions);
  return (
    <GuidePane version={version.data} answers={answers} onClose={onClose}>
      <SituationPane definition={definition} answers={answers} editable onAnswer={(key, value) => setGiven({ ...answers, [key]: value })} />
    </GuidePane>
  );
}
