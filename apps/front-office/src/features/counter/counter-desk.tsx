import type { ReusableMaterial } from '@onewindow/contracts';
import { isBeforeAcceptance, isDraft } from '@onewindow/domain';
import type { FormClash } from '@onewindow/domain';
import { SplitGrid, useKeys } from '@onewindow/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { showColumn } from '../../app/show-column.js';
import { forgetWordsAbout, useNoticeText } from '../../app/written-about.js';
import { BundlePane } from '../bundles/index.js';
import { FormPart } from '../form/index.js';
import { ReusablePane, ReusablePreview, useReuse } from '../materials/index.js';
import type { ShownItemPaper } from '../notices/index.js';
import { ApplicantPane, type Unsettled } from '../identify/index.js';
import { wantsVerdict } from './checklist-words.js';
import { CounterBar } from './counter-bar.js';
import { actionOf } from './decision-actions.js';
import { DeskMessages } from './desk-messages.js';
import { DeskSide, type SideView } from './desk-side.js';
import { ItemStrip } from './item-strip.js';
import { leaveInputs } from './jump.js';
import { MaterialsPane } from './materials-pane.js';
import { ReplacedNote } from './replaced-note.js';
import { SituationPane } from './situation-pane.js';
import { SupplementDraft } from './supplement-draft.js';
import { supplementText } from './supplement-text.js';
import { useAfterReuse } from './use-after-reuse.js';
import { useCaseDeferral } from './use-case-deferral.js';
import { useCaseCommands, type CounterCommand } from './use-case-commands.js';
import { useDesk, type DeskInput } from './use-desk.js';
import { useDeskCursor } from './use-desk-cursor.js';
import { useMaterials } from './use-materials.js';
import { useOpenPaper } from './use-open-paper.js';
import { putCase, putMaterials } from './use-counter-case.js';
import { useUploads } from './use-uploads.js';

export interface CounterDeskProps extends Omit<DeskInput, 'unsettled'> {
  problem: { message: string } | null;
  onReload: () => void;
  compared: { clashes: readonly FormClash[]; mine: number } | null;
  onResolve: (mine: ReadonlySet<string> | null) => void;
}

/** The three columns of 受理台 over one case, and the bar beneath: applicant and situation, papers and form, the paper itself. */
export function CounterDesk({ detail, definition, writer, unsent, problem, onReload, compared, onResolve }: CounterDeskProps) {
  const navigate = useNavigate();
  const [unsettled, setUnsettled] = useState<Unsettled>(null);
  const desk = useDesk({ detail, definition, writer, unsent, unsettled });
  const commands = useCaseCommands(detail, writer);
  const materials = useMaterials(detail, writer);
  const { open, faulting, arrived, openAt, setFaulting, arrive } = useOpenPaper(
    (detail.materials.find(wantsVerdict) ?? detail.materials[0])?.code ?? null,
  );
  const [side, setSideView] = useState<SideView>(() => (isDraft(detail.status) || detail.notices.length === 0 ? 'document' : 'notice'));
  // A reload after the acceptance comes back to the receipt, also where the columns share their place.
  const [beginsAtNotice] = useState(side === 'notice');
  useEffect(() => {
    if (beginsAtNotice) showColumn('document');
  }, [beginsAtNotice]);
  const [noticeText, setNoticeText] = useNoticeText(detail.id);
  const [attempted, setAttempted] = useState(false);
  const uploads = useUploads(detail, writer, arrive);

  const [preview, setPreview] = useState<ReusableMaterial | null>(null);
  const reuse = useReuse({
    detail,
    writer,
    editable: isBeforeAcceptance(detail.status),
    onAnswer: (found, version) => {
      putMaterials(detail.id, found, version);
      noteReuse(found.every(({ verdict }) => verdict === 'reused'));
    },
  });

  const setSide = useCallback((view: SideView) => {
    setPreview(null);
    setSideView(view);
    showColumn('document');
  }, []);
  const [itemPaper, setItemPaper] = useState<ShownItemPaper | null>(null);
  const showItemPaper = useCallback(
    (shown: ShownItemPaper) => {
      setItemPaper(shown);
      setSide('paper');
    },
    [setSide],
  );
  const isUnreceived = isDraft(detail.status);
  const isOpen = isBeforeAcceptance(detail.status);
  const composed = supplementText(detail.materials, definition.materials);
  // R2.3: the one notice went out; until another is allowed there is none to be drafted.
  const isTold = detail.notices.some(({ kind }) => kind === 'supplement') && actionOf(detail, 'supplement')?.allowed !== true;

  const { openMaterial, jump, goOn, judge, stepOn } = useDeskCursor({
    detail,
    missing: desk.missing,
    onOpen: (code) => {
      openAt(code);
      setSide('document');
    },
    onJudge: (code, verdict, fault) => {
      setFaulting(null);
      void materials.judge(code, verdict, fault);
    },
  });
  const noteReuse = useAfterReuse(desk.missing, goOn);
  const deferral = useCaseDeferral(detail, definition, writer, stepOn);
  const { run: send } = commands;
  const run = useCallback(
    (command: CounterCommand) =>
      void send(command).then((done) => {
        if (!done) return;
        setNoticeText(null);
        forgetWordsAbout(
          detail.id,
          detail.materials.map(({ code }) => code),
        );
        setFaulting(null);
        leaveInputs();
        setSide('notice');
      }),
    [detail.id, detail.materials, send, setFaulting, setNoticeText, setSide],
  );
  const { upload } = uploads;
  const { remove } = materials;
  const removeFile = useCallback((fileId: string) => open && void remove(open, fileId), [open, remove]);
  // Typing in the form renders the form and the bar; the other columns stand still.
  const situation = useMemo(
    () => (
      <SituationPane
        definition={definition}
        answers={desk.view.answers}
        editable={isOpen}
        onAnswer={desk.answer}
        onGuide={() => setSide('guide')}
      />
    ),
    [definition, desk.view.answers, desk.answer, isOpen, setSide],
  );

  useKeys(isOpen ? { 'Shift+F8': { label: '一次告知单', run: () => setSide('guide') } } : {}, { title: '受理台' });
  useKeys(
    { F3: { label: isUnreceived ? '换事项' : '下一件', run: () => void navigate(`/counter?from=${detail.id}`) } },
    { title: '受理台' },
  );

  return (
    <>
      <ItemStrip detail={detail} save={unsent.state} onChangeItem={() => void navigate(`/counter?from=${detail.id}`)} />
      <SplitGrid
        columns={[
          {
            key: 'applicant',
            label: '申请人、情形',
            width: [284, 360],
            content: (
              <ApplicantPane
                detail={detail}
                definition={definition}
                editable={isOpen}
                onApplicant={desk.setApplicant}
                onAgent={desk.setAgent}
                onDuplicateReason={desk.setDuplicateReason}
                onUnsettled={setUnsettled}
                writer={writer}
                onWritten={putCase}
                onDone={goOn}
              >
                {situation}
                <BundlePane bundle={detail.bundle} fit />
                <ReusablePane
                  reuse={reuse}
                  materials={detail.materials}
                  editable={isOpen}
                  shown={preview?.id ?? null}
                  onPreview={setPreview}
                  onOpen={openMaterial}
                />
              </ApplicantPane>
            ),
          },
          {
            key: 'papers',
            label: '材料、表单',
            width: [474, 640],
            main: true,
            content: (
              <>
                <MaterialsPane
                  detail={detail}
                  definition={definition}
                  editable={isOpen}
                  open={open}
                  acting={side === 'document'}
                  onOpen={openMaterial}
                  faulting={faulting}
                  onFaulting={setFaulting}
                  onJudge={judge}
                  problem={materials.problem}
                  uploads={uploads.uploads}
                  onRetry={uploads.retry}
                  onDrop={uploads.drop}
                  reuse={reuse}
                  {...deferral}
                  onItemPaper={showItemPaper}
                />
                <FormPart
                  schema={definition.form}
                  values={desk.view.form}
                  answers={desk.view.answers}
                  sources={desk.view.formSources}
                  corrections={desk.view.formCorrections}
                  origins={desk.origins}
                  materials={detail.materials}
                  ownNumberMasked={detail.applicant?.identityMasked}
                  overrides={desk.view.formOverrides}
                  onOverride={desk.letThrough}
                  editable={isOpen}
                  today={desk.today}
                  showAll={attempted}
                  onChange={desk.fill}
                  onMaterial={openMaterial}
                />
                {isOpen && side !== 'supplement' && !isTold ? (
                  <SupplementDraft text={noticeText ?? composed} onEdit={() => setSide('supplement')} />
                ) : null}
              </>
            ),
          },
          {
            key: 'document',
            label: '看件',
            width: 'rest',
            content: preview ? (
              <ReusablePreview caseId={detail.id} offer={preview} onClose={() => setPreview(null)} />
            ) : (
              <DeskSide
                detail={detail}
                view={side}
                onView={setSide}
                open={open}
                takesPapers={isOpen}
                arrivedFileId={arrived}
                itemPaper={itemPaper}
                definition={definition}
                onFiles={upload}
                onRemove={removeFile}
                declineReasons={definition.declineReasons}
                noticeText={noticeText ?? composed}
                isOwnText={noticeText !== null}
                onNoticeText={setNoticeText}
                busy={commands.busy !== null}
                onCommand={run}
              />
            ),
          },
        ]}
      />
      <ReplacedNote applicantId={detail.applicant?.id ?? null} />
      <DeskMessages
        unsent={unsent}
        refused={commands.problem}
        read={problem}
        onReload={onReload}
        form={definition.form}
        compared={compared}
        onResolve={onResolve}
        onRetry={() => writer.retry()}
        onClose={commands.clearProblem}
      />
      <CounterBar
        detail={detail}
        missing={desk.missing}
        isSaving={unsent.state === 'unsaved' || unsent.state === 'saving'}
        isApplicantTyped={desk.isApplicantTyped}
        busy={commands.busy}
        onJump={jump}
        onAttempt={() => setAttempted(true)}
        onSave={() => void writer.flush().catch(() => undefined)}
        onSide={setSide}
        onCommand={run}
        panelOpen={side === 'supplement' || side === 'decline' || side === 'deny'}
      />
    </>
  );
}
