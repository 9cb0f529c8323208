import type { ItemSummary, ItemVersion } from '@onewindow/contracts';
import { Button, Chip, ErrorState, Pane, SkeletonRows } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Fact } from '../identify/index.js';
import { itemVersionQuery } from './counter.queries.js';
import { KIND_LABELS, limitWords } from './item-strip.js';

const NECESSITY = { required: '必交', conditional: '按情形', optional: '选交' } as const;
const MEDIA = { original: '原件', copy: '复印件', electronic: '电子件' } as const;
const APPLICANTS = { natural: '自然人', legal: '法人' } as const;

/** What the item under the cursor asks for, to tell the citizen before anything is typed. */
export function ItemOutline({ item, onGuide }: { item: ItemSummary | null; onGuide: () => void }) {
  const version = useQuery({ ...itemVersionQuery(item?.versionId ?? ''), enabled: item?.versionId != null });
  if (!item)
    return (
      <Pane label="事项要点">
        <span />
      </Pane>
    );
  return (
    <Pane
      title={item.name}
      words={item.code}
      right={<Button size="small" label="一次告知单" keys="F8" disabled={item.versionId === null} onClick={onGuide} />}
    >
      {item.versionId === null ? <p className="fo-outline-note">{item.closedReason ?? '还没有发布版本，不能收件。'}</p> : null}
      {version.isLoading ? <SkeletonRows rows={8} blocks={0} label="事项" /> : null}
      {version.isError ? <ErrorState onRetry={() => void version.refetch()}>{version.error.message}</ErrorState> : null}
      {version.data ? <Outline version={version.data} item={item} /> : null}
    </Pane>
  );
}

function Outline({ version, item }: { version: ItemVersion; item: ItemSummary }) {
  const { definition } = version;
  return (
    <div className="fo-outline">
      <dl className="fo-facts">
        <Fact term="办理">{`${KIND_LABELS[item.kind]}，${limitWords(item.statutoryLimit, item.promisedLimit, item.kind)}`}</Fact>
        <Fact term="部门">{item.department.name}</Fact>
        {definition.bundle ? (
          <Fact term="子项">
            {definition.bundle.children.map(({ slice }) => `${slice?.name ?? ''}（${slice?.departmentName ?? ''}）`).join('、')}
          </Fact>
        ) : null}
        <Fact term="申请人">{definition.applicantKinds.map((kind) => APPLICANTS[kind]).join('、')}</Fact>
        <Fact term="结果">
          {definition.bundle
            ? definition.bundle.children.flatMap(({ slice }) => slice?.resultName ?? []).join('、')
            : definition.result.name}
        </Fact>
        <Fact term="费用">{definition.feeCents === 0 ? '不收费' : `${(definition.feeCents / 100).toFixed(2)} 元`}</Fact>
        <Fact term="依据">{definition.legalBasis}</Fact>
      </dl>
      <h3>{`材料 ${definition.materials.length}`}</h3>
      <ol className="fo-outline-materials">
        {definition.materials.map((material) => (
          <li key={material.code}>
            <span className="fo-outline-material">
              <span>{material.name}</span>
              {material.isKey ? (
                <Chip tone="neutral" shape="none" ground="outline">
                  主件
                </Chip>
              ) : null}
              <span className="fo-material-facts">{`${MEDIA[material.medium]}${material.copies > 0 ? ` ${material.copies} 份` : ''}·${NECESSITY[material.necessity]}`}</span>
            </span>
            <span className="ow-secondary ow-small">{material.standard}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
