import type { ActionNode, ModelDocument } from '@terrace/model';
import { runTable } from '../database/identifier.js';

/** What a run is applied as. */
export interface ApplyTarget {
  readonly runId: string;
  readonly modelId: string;
  readonly version: number;
  readonly asOf: string;
}

/** Ranks of tiers by id, of the new document and of the one it replaces. */
export type Ranks = Readonly<Record<string, number>>;

/** A statement and its bound values. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/**
 * Writes one transition per subject whose tier differs. Between tiers whose ranks do not compare (a tier was replaced by
 * another of the same rank) a subject neither rises nor falls: it enters.
 */
export function transitionsSql(target: ApplyTarget, ranks: Ranks): Statement {
  return {
    text: `
      INSERT INTO terrace.transition
        (subject_key, id, model_id, kind, from_tier, to_tier, at, as_of, version, run_id)
      SELECT d.key, gen_random_uuid(), $1, CASE
          WHEN d.new IS NULL THEN 'leave'
          WHEN ($5::jsonb ->> d.new)::integer < ($5::jsonb ->> d.old)::integer THEN 'upgrade'
          WHEN ($5::jsonb ->> d.new)::integer > ($5::jsonb ->> d.old)::integer THEN 'downgrade'
          ELSE 'enter' END,
        d.old, d.new, now(), $3, $4, $2
      FROM (
        SELECT coalesce(r.key, a.subject_key) AS key, a.tier AS old, r.tier AS new
        FROM ${runTable(target.runId)} r
        FULL JOIN (SELECT subject_key, tier FROM terrace.assignment WHERE model_id = $1) a
          ON a.subject_key = r.key
        WHERE r.tier IS DISTINCT FROM a.tier
      ) d`,
    parameters: [target.modelId, target.runId, target.asOf, target.version, JSON.stringify(ranks)],
  };
}

/** Brings the assignments in line with the transitions just written; those that stay are not touched. */
export function assignmentsSql({ runId, modelId }: ApplyTarget): Statement[] {
  const made = 't.model_id = $1 AND t.at = now() AND t.run_id = $2';
  return [
    {
      text: `INSERT INTO terrace.assignment (subject_key, model_id, tier, since, run_id)
        SELECT t.subject_key, t.model_id, t.to_tier, t.at, t.run_id FROM terrace.transition t
        WHERE ${made} AND t.to_tier IS NOT NULL
        ON CONFLICT (subject_key, model_id)
          DO UPDATE SET tier = excluded.tier, since = excluded.since, run_id = excluded.run_id,
            failing_since = NULL, valid_since = NULL`,
      parameters: [modelId, runId],
    },
    {
      text: `DELETE FROM terrace.assignment a USING terrace.transition t
        WHERE ${made} AND t.to_tier IS NULL AND a.subject_key = t.subject_key AND a.model_id = t.model_id`,
      parameters: [modelId, runId],
    },
  ];
}

/** After runs and imports, whose priority is 0: a large apply makes more actions than are done at once. */
const ACTION_PRIORITY = 10;
/** Jobs per call of the queue's function. */
const JOBS_PER_CALL = 10_000;

/** Adds one job per transition that sets the action off. Its key keeps a repeated apply from adding it twice. */
export function actionJobsSql({ runId, modelId }: ApplyTarget, action: ActionNode): Statement {
  const triggers = action.on.map(
    (trigger) =>
      ({
        enter: 't.to_tier = $3',
        leave: 't.from_tier = $3',
        upgrade: `t.to_tier = $3 AND t.kind = 'upgrade'`,
        downgrade: `t.to_tier = $3 AND t.kind = 'downgrade'`,
      })[trigger],
  );
  return {
    text: `
      SELECT count(*) FROM (
        SELECT graphile_worker.add_jobs(array_agg((
          'action.' || $5::text,
          json_build_object('transitionId', d.id, 'subjectKey', d.subject_key, 'nodeId', $4::text),
          NULL, NULL, 25, 'action:' || d.id || ':' || $4::text, ${ACTION_PRIORITY}, NULL)::graphile_worker.job_spec))
        FROM (
          SELECT t.id, t.subject_key, row_number() OVER () / ${JOBS_PER_CALL} AS part
          FROM terrace.transition t
          WHERE t.model_id = $1 AND t.at = now() AND t.run_id = $2
            AND (${triggers.map((trigger) => `(${trigger})`).join(' OR ')})
        ) d GROUP BY d.part
      ) jobs`,
    parameters: [modelId, runId, action.tier, action.id, action.action.type],
  };
}

/** The actions of a document. */
export function actionsOf(document: ModelDocument): ActionNode[] {
  return document.nodes.filter((node) => node.kind === 'action');
}

/** Ranks of both documents' tiers; the new one's count where both have a tier. */
export function ranksOf(document: ModelDocument, replaced: ModelDocument | undefined): Ranks {
  const ranks: Record<string, number> = {};
  for (const node of [...(replaced?.nodes ?? []), ...document.nodes])
    if (node.kind === 'tier') ranks[node.id] = node.rank;
  return ranks;
}
