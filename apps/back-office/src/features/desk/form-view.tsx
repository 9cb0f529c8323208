import type { CaseChange, TaskDetail } from '@onewindow/contracts';
import { ErrorState, FormWordsView, Masked, SkeletonRows, WordsBefore } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../app/api.js';
import { itemVersionQuery } from './desk.queries.js';
import { answerRows, type FormRow } from './form-rows.js';

type RevealField = 'applicantIdentity' | 'applicantPhone' | 'legalRepresentativeIdentity' | 'agentIdentity' | 'agentPhone';

/** The application as it was accepted: applicant, answers of the situation, form. Numbers stay masked until asked for. */
export function FormView({ task, mayReveal, changes = [] }: { task: TaskDetail; mayReveal: boolean; changes?: readonly CaseChange[] }) {
  const before = (part: CaseChange['part']) =>
    new Map(changes.flatMap((change) => (change.part === part ? [[change.key, change.before] as const] : [])));
  const { data: version, error, refetch } = useQuery(itemVersionQuery(task.case.itemVersionId));
  if (error) return <ErrorState onRetry={() => void refetch()}>没有取到表单。</ErrorState>;
  if (!version) return <SkeletonRows rows={8} rowHeight={32} blocks={1} label="表单" />;
  const answers = answerRows(version.definition.questions, task.case.answers);
  return (
    <div className="bo-form">
      <Section title="申请人">
        <Applicant task={task} mayReveal={mayReveal} />
      </Section>
      {answers.length > 0 ? (
        <Section title="业务情形">
          <Rows rows={answers} before={before('answer')} />
        </Section>
      ) : null}
      <section>
        <h3>申请表</h3>
        <FormWordsView schema={version.definition.form} values={task.form} answers={task.case.answers} before={before('form')} />
      </section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Rows({ rows, before }: { rows: readonly FormRow[]; before: ReadonlyMap<string, string> }) {
  return rows.map((row) => (
    <Row key={row.key} title={row.title} wide={row.wide}>
      {row.words === '' ? <span className="ow-tertiary">未填</span> : row.words}
      {before.has(row.key) ? <WordsBefore words={before.get(row.key) ?? ''} /> : null}
    </Row>
  ));
}

function Row({ title, children, wide = false }: { title: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={wide ? 'bo-form-row bo-form-wide' : 'bo-form-row'}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Applicant({ task, mayReveal }: { task: TaskDetail; mayReveal: boolean }) {
  const { applicant, agent } = task.case;
  const number = (label: string, value: string | null | undefined, field: RevealField) =>
    value ? (
      <Row title={label}>
        <Masked
          value={value}
          label={label}
          {...(mayReveal ? { onReveal: async () => (await api.revealNumber({ params: { id: task.caseId }, body: { field } })).value } : {})}
        />
      </Row>
    ) : null;
  if (!applicant) return <Row title="姓名或名称">{task.case.applicantName}</Row>;
  return (
    <>
      <Row title={applicant.kind === 'legal' ? '名称' : '姓名'}>{applicant.name}</Row>
      {number(applicant.kind === 'legal' ? '统一社会信用代码' : '证件号', applicant.identityMasked, 'applicantIdentity')}
      {number('手机', applicant.phoneMasked, 'applicantPhone')}
      {applicant.address ? (
        <Row title="地址" wide>
          {applicant.address}
        </Row>
      ) : null}
      {applicant.legalRepresentative ? <Row title="法定代表人">{applicant.legalRepresentative.name}</Row> : null}
      {number('法定代表人证件号', applicant.legalRepresentative?.identityMasked, 'legalRepresentativeIdentity')}
      {agent ? <Row title="代理人">{agent.name}</Row> : null}
      {number('代理人证件号', agent?.identityMasked, 'agentIdentity')}
      {number('代理人手机', agent?.phoneMasked, 'agentPhone')}
      {agent ? <Row title="授权">{agent.authority}</Row> : null}
    </>
  );
}
