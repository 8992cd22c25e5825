import type { MatrixCell, TierResult } from '@terrace/client';
import type { ModelDocument, TierNode } from '@terrace/model';

/** What a run's result comes to. */
export interface RunSummary {
  readonly subjectCount: number;
  /** Null for a document that belongs to no model. */
  readonly movedCount: number | null;
  readonly tiers: TierResult[];
  readonly matrix: MatrixCell[];
  /** The model's applied run at the moment of the comparison. */
  readonly baseRunId: string | null;
}

/** A group of subjects with the same tier before and after; null: not there. */
export interface MoveGroup {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
  /** The amount of everyone in tier `to`, as decimal text. */
  readonly tierAmount: string | null;
}

/** The tiers of a document, best first. */
export function tiersByRank(document: ModelDocument): TierNode[] {
  return document.nodes.filter((node) => node.kind === 'tier').sort((a, b) => a.rank - b.rank);
}

/** Sums `groups` up; every tier of the document has its line, also an empty one. */
export function summarize(
  document: ModelDocument,
  groups: readonly MoveGroup[],
  { hasModel, baseRunId }: { readonly hasModel: boolean; readonly baseRunId: string | null },
): RunSummary {
  const subjectCount = countOf(groups.filter(({ to }) => to !== null));
  const tiers = tiersByRank(document).map(({ id }) => {
    const members = groups.filter(({ to }) => to === id);
    const count = countOf(members);
    const share = subjectCount === 0 ? 0 : count / subjectCount;
    const amount = document.amount === undefined ? null : (members[0]?.tierAmount ?? '0');
    return { tier: id, count, share, amount };
  });
  return {
    subjectCount,
    movedCount: hasModel ? countOf(groups.filter(({ from, to }) => from !== to)) : null,
    tiers,
    matrix: groups.map(({ from, to, count }) => ({ from, to, count })),
    baseRunId,
  };
}

function countOf(groups: readonly MoveGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}
