import { describe, expect, it } from '@jest/globals';
import { readPluginOrThrow, recordsOf } from '@terrace/plugin-sdk';

const plugin = await readPluginOrThrow(import.meta.dirname);

interface Node {
  readonly kind: string;
  readonly id: string;
  readonly [key: string]: unknown;
}

/** The nodes of a template, with its parameters still open. */
function nodesOf(id: string): Node[] {
  const { templates: documents } = plugin;
  return (documents[id] as { nodes: Node[] }).nodes;
}

const templates = ['hotline', 'municipal'];

describe('the public service plugin', () => {
  it('brings the templates and types that other parts name', () => {
    const { id, contributes } = plugin.manifest;
    expect(id).toBe('public_service');
    expect(contributes.templates.map((template) => template.id)).toEqual(templates);
    expect(contributes.subjectTypes.map((type) => type.id)).toEqual(['service_request', 'facility_report']);
    expect(contributes.eventTypes.map((type) => type.id)).toEqual(['call']);
  });

  it('keeps what callers said out of logs', () => {
    const request = plugin.manifest.contributes.subjectTypes[0];
    expect(request?.fields.find(({ id }) => id === 'content')?.sensitivity).toBe('personal');
  });
});

describe('the templates of public service', () => {
  it('promises the response times of the three levels and the four grades', () => {
    const promised = (id: string) =>
      nodesOf(id).flatMap(({ kind, id: tier, serviceLevels = [] }) =>
        kind === 'tier'
          ? [
              [
                tier,
                ...(serviceLevels as { within: { amount: number; unit: string } }[]).map(
                  ({ within }) => `${within.amount} ${within.unit}`,
                ),
              ],
            ]
          : [],
      );
    expect(promised('hotline')).toEqual([
      ['emergency', '15 minute'],
      ['safety', '2 hour'],
      ['consult', '48 hour'],
    ]);
    expect(promised('municipal')).toEqual([
      ['grade_a', '2 hour'],
      ['grade_b', '24 hour'],
      ['grade_c', '7 day'],
      ['grade_d', '15 day'],
    ]);
  });
});

describe('the samples of public service', () => {
  it('have requests with calls in both languages', () => {
    const all = recordsOf(plugin, 'hotline');
    expect(all.filter(({ kind }) => kind === 'event').length).toBe(2300);
    const contents = all.flatMap((record) =>
      record.kind === 'subject' ? (record.values['content'] ?? []) : [],
    );
    expect(contents.length).toBe(1500);
    const english = contents.filter((text) => /^[ -~]+$/.test(text)).length;
    expect(english).toBeGreaterThan(100);
    expect(english).toBeLessThan(400);
  });

  it('have reports from every district', () => {
    const all = recordsOf(plugin, 'facilities');
    expect(all.length).toBe(1500);
    const districts = new Set(all.flatMap((record) => record.values['district'] ?? []));
    expect([...districts].sort()).toEqual(['中心区', '工业区', '新城区', '老城区', '高新区']);
  });
});
