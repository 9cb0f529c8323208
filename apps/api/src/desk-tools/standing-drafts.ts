/**
 * SQL: the drafted decisions `d` that stand, each with its task `t`. A draft goes up with the completion of its task: one that was taken back and
 * then completed without it, or whose step was done anew in a later round (R5.8), proposes nothing any more.
 */
export const STANDING_DRAFTS = `drafted_decision d JOIN review_task t
    ON t.id = d.task_id AND t.status = 'done' AND d.drafted_at = t.done_at
   AND NOT EXISTS (SELECT 1 FROM review_task later WHERE later.case_id = t.case_id AND later.step_key = t.step_key AND later.round > t.round)`;
