/**
 * Column of a result under the alias `r`: why its document could not be made. What serves as the result of a denial, and of a bundle, is printed as
 * a notice, whose problem is the result's as well.
 */
export const RESULT_PROBLEM = `CASE WHEN r.file_id IS NULL THEN COALESCE(r.problem,
    (SELECT n.problem FROM notice n
      WHERE n.case_id = r.case_id AND (n.kind = 'bundleOutcome' OR (r.denial AND n.kind = 'decision')) AND n.problem IS NOT NULL LIMIT 1)) END`;
