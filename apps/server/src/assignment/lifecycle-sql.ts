import { tierOrder, type ModelDocument } from '@terrace/model';
import { runTable } from '../database/identifier.js';
import type { ApplyTarget, Statement } from './apply-sql.js';

/**
 * Brings what assignments remember for the lifecycle in line with the applied run, writing only what changes: since when a subject
 * fails to qualify for its tier, and the begin of a new validity period. Runs after the tiers themselves were written; subjects that
 * moved start with neither. Nothing for a document without a lifecycle, unless the one it replaces had one.
 * @param day - the as-of day of the run
 */
export function lifecycleSql(
  target: ApplyTarget,
  day: string,
  document: ModelDocument,
  replaced: ModelDocument | undefined,
): Statement[] {
  const { lifecycle } = document;
  if (lifecycle === undefined) return replaced?.lifecycle === undefined ? [] : [forgetSql(target)];
  const order = tierOrder(document);
  const failing =
    'coalesce(array_position($2::text[], r.qualified) < array_position($2::text[], r.tier), false)';
  const from = `FROM ${runTable(target.runId)} r WHERE a.model_id = $1 AND a.subject_key = r.key`;
  const statements: Statement[] = [
    {
      text: `UPDATE terrace.assignment a SET failing_since = CASE WHEN ${failing} THEN $3::date END
        ${from} AND ${failing} = (a.failing_since IS NULL)`,
      parameters: [target.modelId, order, day],
    },
  ];
  const { validityDays } = lifecycle;
  if (validityDays !== undefined)
    statements.push({
      text: `UPDATE terrace.assignment a SET valid_since = $3::date
        ${from} AND a.run_id <> $4 AND r.p_valid_days >= $5 AND NOT ${failing}`,
      parameters: [target.modelId, order, day, target.runId, validityDays],
    });
  return statements;
}

/** Forgets what was remembered for a lifecycle that the model no longer has. */
function forgetSql({ modelId }: ApplyTarget): Statement {
  return {
    text: `UPDATE terrace.assignment SET failing_since = NULL, valid_since = NULL
      WHERE model_id = $1 AND (failing_since IS NOT NULL OR valid_since IS NOT NULL)`,
    parameters: [modelId],
  };
}
