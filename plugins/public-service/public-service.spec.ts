import { describe, expect, it } from '@jest/globals';
import { generateSample, readPlugin, type LoadedPlugin, type SampleRecord } from '@terrace/plugin-sdk';

let loaded: LoadedPlugin | undefined;

async function publicService(): Promise<LoadedPlugin> {
  if (loaded !== undefined) return loaded;
  const result = await readPlugin(import.meta.dirname);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return (loaded = result.plugin);
}

interface Node {
  readonly kind: string;
  readonly id: string;
  readonly [key: string]: unknown;
}

/** The nodes of a template, with its parameters still open. */
async function nodesOf(id: string): Promise<Node[]> {
  const { templates: documents } = await publicService();
  return (documents[id] as { nodes: Node[] }).nodes;
}

async function records(id: string): Promise<SampleRecord[]> {
  const sample = (await publicService()).manifest.contributes.samples.find((each) => each.id === id);
  if (sample === undefined) throw new Error(`no sample ${id}`);
  return [...generateSample(sample)];
}

const templates = ['hotline', 'municipal'];

describe('the public service plugin', () => {
  it('brings the templates and types that other parts name', async () => {
    const { id, contributes } = (await publicService()).manifest;
    expect(id).toBe('public_service');
    expect(contributes.templates.map((template) => template.id)).toEqual(templates);
    expect(contributes.subjectTypes.map((type) => type.id)).toEqual(['service_request', 'facility_report']);
    expect(contributes.eventTypes.map((type) => type.id)).toEqual(['call']);
  });

  it('keeps what callers said out of logs', async () => {
    const request = (await publicService()).manifest.contributes.subjectTypes[0];
    expect(request?.fields.find(({ id }) => id === 'content')?.sensitivity).toBe('personal');
  });
});

describe('the templates of public service', () => {
  it('promises the response times of the three levels and the four grades', async () => {
    const promised = async (id: string) =>
      (await nodesOf(id)).flatMap(({ kind, id: tier, serviceLevels = [] }) =>
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
    expect(await promised('hotline')).toEqual([
      ['emergency', '15 minute'],
      ['safety', '2 hour'],
      ['consult', '48 hour'],
    ]);
    expect(await promised('municipal')).toEqual([
      ['grade_a', '2 hour'],
      ['grade_b', '24 hour'],
      ['grade_c', '7 day'],
      ['grade_d', '15 day'],
    ]);
  });
});

describe('the samples of public service', () => {
  it('have requests with calls in both languages', async () => {
    const all = await records('hotline');
    expect(all.filter(({ kind }) => kind === 'event').length).toBe(2300);
    const contents = all.flatMap((record) =>
      record.kind === 'subject' ? (record.values['content'] ?? []) : [],
    );
    expect(contents.length).toBe(1500);
    const english = contents.filter((text) => /^[ -~]+$/.test(text)).length;
    expect(english).toBeGreaterThan(100);
    expect(english).toBeLessThan(400);
  });

  it('have reports from every district', async () => {
    const all = await records('facilities');
    expect(all.length).toBe(1500);
    const districts = new Set(all.flatMap((record) => record.values['district'] ?? []));
    expect([...districts].sort()).toEqual(['中心区', '工业区', '新城区', '老城区', '高新区']);
  });
});
