import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../check/check-document.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { condition, model, numberDimension, tier } from '../testing/documents.js';

const n = { var: 'n' };
const base = model(
  [
    numberDimension('n'),
    condition('many', { '>=': [n, 10] }, 'gold'),
    condition('some', { '>=': [n, 5] }, 'silver'),
    tier('gold', 1),
    tier('silver', 2),
    tier('basic', 3),
  ],
  'basic',
);

/** Code, severity and place of every issue. */
const faults = (change: Partial<ModelDocument>) =>
  checkDocument({ ...base, ...change }).map(({ code, severity, path }) => [code, severity, path.join('.')]);

const track = (change: object) => ({
  fastTracks: [{ id: 'vip', name: { en: 'VIP' }, to: 'gold', when: { '>': [n, 3] }, ...change }],
});

describe('the check of a lifecycle', () => {
  it('has nothing against a sound one', () => {
    expect(
      faults({
        priority: ['silver', 'gold'],
        lifecycle: {
          graceDays: 30,
          minimumStay: { days: 90, direction: 'both' },
          oneStep: 'both',
          stages: ['basic', 'silver', 'gold'],
          validityDays: 365,
          ...track({ when: { and: [{ '>': [n, 3] }, { '>=': [{ var: 'previous.days' }, 30] }] } }),
        },
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<ModelDocument>, [string, string, string][]]>([
    [
      'a stage that is no tier',
      { lifecycle: { stages: ['basic', 'silver', 'gold', 'many'] } },
      [['NOT_A_TIER', 'error', 'lifecycle.stages.3']],
    ],
    [
      'a stage that stands twice',
      { lifecycle: { stages: ['basic', 'silver', 'silver', 'gold'] } },
      [['DUPLICATE_STAGE', 'error', 'lifecycle.stages.2']],
    ],
    [
      'stages that lack a tier',
      { lifecycle: { stages: ['basic', 'gold'] } },
      [['STAGES_INCOMPLETE', 'error', 'lifecycle.stages']],
    ],
    [
      'stages against the ranks',
      { lifecycle: { stages: ['silver', 'basic', 'gold'] } },
      [['STAGES_AGAINST_RANKS', 'warning', 'lifecycle.stages']],
    ],
    [
      'a fast track to nowhere',
      { lifecycle: track({ to: 'platinum' }) },
      [['UNKNOWN_TIER', 'error', 'lifecycle.fastTracks.0.to']],
    ],
    [
      'a fast track to the lowest tier',
      { lifecycle: track({ to: 'basic' }) },
      [['FAST_TRACK_TO_LOWEST', 'warning', 'lifecycle.fastTracks.0.to']],
    ],
    [
      'a fast track that is no condition',
      { lifecycle: track({ when: n }) },
      [['CONDITION_EXPECTED', 'error', 'lifecycle.fastTracks.0.when']],
    ],
    [
      'a fast track over something unknown',
      { lifecycle: track({ when: { '>': [{ var: 'previous.months' }, 3] } }) },
      [['UNKNOWN_VARIABLE', 'error', 'lifecycle.fastTracks.0.when.>.0']],
    ],
    [
      'fast tracks of one id',
      { lifecycle: { fastTracks: [...track({}).fastTracks, ...track({}).fastTracks] } },
      [['DUPLICATE_FAST_TRACK', 'error', 'lifecycle.fastTracks.1.id']],
    ],
    [
      'precedence of a tier that is not there',
      { priority: ['gold', 'platinum'] },
      [['UNKNOWN_TIER', 'error', 'priority.1']],
    ],
    [
      'precedence that names a tier twice',
      { priority: ['gold', 'gold'] },
      [['DUPLICATE_PRIORITY', 'error', 'priority.1']],
    ],
  ])('finds %s', (_name, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });
});

describe('the check of a tier', () => {
  const withTier = (change: object) => ({
    nodes: base.nodes.map((node) => (node.id === 'silver' ? ({ ...node, ...change } as ModelNode) : node)),
  });

  it('lets conditions read what the subject has already', () => {
    const entry = { '!=': [{ var: 'previous.tier' }, 'gold'] };
    expect(faults(withTier({ entry, keep: { '<': [{ var: 'previous.days' }, 90] } }))).toEqual([]);
  });

  it('finds conditions that are none, and service levels of one id', () => {
    const level = { id: 'answer', name: { en: 'Answer' }, within: { amount: 15, unit: 'minute' } };
    expect(
      faults(withTier({ entry: n, keep: { '>': [{ var: 'm' }, 1] }, serviceLevels: [level, level] })),
    ).toEqual([
      ['CONDITION_EXPECTED', 'error', 'nodes.4.entry'],
      ['UNKNOWN_VARIABLE', 'error', 'nodes.4.keep.>.0'],
      ['DUPLICATE_SERVICE_LEVEL', 'error', 'nodes.4.serviceLevels.1.id'],
    ]);
  });

  it('calls a tier unreachable by its name, unless an entry condition or a fast track leads there', () => {
    const lonely = { ...base, nodes: base.nodes.filter((node) => node.id !== 'some') };
    const [issue] = checkDocument(lonely);
    expect(issue).toMatchObject({ code: 'UNREACHABLE_TIER', nodeId: 'silver' });
    const entered = lonely.nodes.map((node) =>
      node.id === 'silver' ? ({ ...node, entry: { '>=': [n, 5] } } as ModelNode) : node,
    );
    expect(checkDocument({ ...lonely, nodes: entered })).toEqual([]);
    expect(checkDocument({ ...lonely, lifecycle: track({ to: 'silver' }) })).toEqual([]);
    const kept = lonely.nodes.map((node) =>
      node.id === 'silver' ? ({ ...node, keep: { '>=': [n, 5] } } as ModelNode) : node,
    );
    expect(checkDocument({ ...lonely, nodes: kept }).map((each) => each.code)).toEqual(['UNREACHABLE_TIER']);
  });
});
