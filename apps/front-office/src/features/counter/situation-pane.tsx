import type { ItemDefinition } from '@onewindow/contracts';
import { Kbd, Pane, SegmentedButtons } from '@onewindow/ui';
import { Select } from 'antd';
import { memo } from 'react';
import type { Answers } from './draft-edits.js';
import { answeredCount, answerOptions, materialsAdded } from './situation-hints.js';

/** The id of a question's control, where the list of what is missing jumps to. */
export const questionId = (key: string) => `fo-question-${key}`;

export interface SituationPaneProps {
  definition: ItemDefinition;
  answers: Answers;
  editable: boolean;
  onAnswer: (key: string, value: string | boolean) => void;
  /** Shows the guide for these answers; left out where it is in sight. */
  onGuide?: () => void;
}

/** More options, or longer ones, than fit side by side. */
const isLong = (options: { title: string }[]) => options.length > 3 || options.reduce((sum, o) => sum + o.title.length, 0) > 9;

/** 业务情形: the version's questions; each says at once when its answer asks for more papers. */
export const SituationPane = memo(function SituationPane({ definition, answers, editable, onAnswer, onGuide }: SituationPaneProps) {
  // Whether an agent acts is told where the agent is entered.
  const questions = definition.questions.filter(({ from }) => from !== 'agent');
  const answered = answeredCount(questions, answers);
  const words = answered === questions.length ? `${answered} 问已答` : `已答 ${answered}/${questions.length}`;
  return (
    <Pane
      size="fit"
      title="业务情形"
      words={questions.length === 0 ? '不分情形' : words}
      right={editable && onGuide ? <GuideLink onGuide={onGuide} /> : null}
      inset={questions.length > 0}
    >
      <div className="fo-questions">
        {questions.map((question) => {
          const options = answerOptions(question);
          const added = materialsAdded(definition, question, answers);
          const chosen = options.find((o) => o.value === answers[question.key]);
          const choose = (value: string) => {
            const option = options.find((o) => String(o.value) === value);
            if (option) onAnswer(question.key, option.value);
          };
          const choices = options.map((o) => ({ value: String(o.value), label: o.title }));
          return (
            <div key={question.key} className="fo-question">
              <span className="fo-question-title">{question.title}</span>
              {added > 0 ? <span className="fo-question-hint">{`加 ${added} 份材料`}</span> : null}
              {isLong(options) ? (
                <Select
                  id={questionId(question.key)}
                  size="small"
                  aria-label={question.title}
                  placeholder="选择"
                  disabled={!editable}
                  value={chosen ? String(chosen.value) : null}
                  options={choices}
                  onChange={choose}
                  popupMatchSelectWidth={false}
                />
              ) : (
                <SegmentedButtons
                  id={questionId(question.key)}
                  label={question.title}
                  options={choices}
                  value={chosen ? String(chosen.value) : null}
                  onChange={choose}
                  disabled={!editable}
                />
              )}
            </div>
          );
        })}
      </div>
    </Pane>
  );
});

/** The guide belongs to the answers: it names what they ask for. */
function GuideLink({ onGuide }: { onGuide: () => void }) {
  return (
    <span className="ow-key-hint">
      <button type="button" className="ow-link" onClick={onGuide}>
        一次告知单
      </button>
      <Kbd keys="Shift+F8" />
    </span>
  );
}
