import type { SituationView } from '@onewindow/contracts';
import { type FormValues, situationOutcome } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Answers, answerFaults, unanswered } from './answers.js';
import { AnswersUnfit } from './catalogue-problems.js';
import { ItemVersions } from './item-versions.js';

/** 业务情形: what a visitor's answers come to, before and without a case. */
@Injectable()
export class Situations {
  constructor(private readonly versions: ItemVersions) {}

  /** @throws ItemVersionNotFound, AnswersUnfit (422, `situation.answers-unfit`) naming each answer that no question asks for */
  async of(versionId: string, answers: Answers, form: FormValues = {}): Promise<SituationView> {
    const { definition } = await this.versions.get(versionId);
    const faults = answerFaults(definition.questions, answers);
    if (faults.length > 0) throw new AnswersUnfit(faults);
    const { materials, fields, steps } = situationOutcome(definition, { answers, form });
    return {
      materials: materials.map(({ requirement, required }) => ({ code: requirement.code, required })),
      fields,
      steps,
      unanswered: unanswered(definition.questions, answers).map((question) => question.key),
    };
  }
}
