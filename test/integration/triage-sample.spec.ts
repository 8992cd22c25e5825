import { expect, it } from '@jest/globals';
import { compileDocument, instantiateTemplate } from '@terrace/model';
import { generateSample, readPluginOrThrow, type SampleEvent } from '@terrace/plugin-sdk';
import { repositoryRoot } from '@terrace/testing';
import { join } from 'node:path';

type Value = string | number | boolean | null;

/** Values of a record as a file would hold them, as the model takes them. */
const typed = (values: Readonly<Record<string, string | null>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).map(([name, text]) => [
      name,
      text === 'true' || text === 'false'
        ? text === 'true'
        : text !== null && /^-?[\d.]+$/.test(text)
          ? Number(text)
          : text,
    ]),
  );
/** The dimension that reads the latest monitored value. */
const latest = (field: string): string =>
  field === 'supplemental_oxygen' ? 'latest_oxygen' : `latest_${field}`;

it('the emergency sample of healthcare meets what its report on triage expects', async () => {
  const plugin = await readPluginOrThrow(join(repositoryRoot, 'plugins/healthcare'));
  const { templates, reports, samples } = plugin.manifest.contributes;
  const made = instantiateTemplate(
    plugin.templates['ats'],
    templates.find(({ id }) => id === 'ats')?.parameters ?? [],
  );
  const sample = samples.find(({ id }) => id === 'emergency');
  const report = reports.find(({ id }) => id === 'triage_accuracy');
  if (!made.ok || sample === undefined || report === undefined) throw new Error('it has other names');

  const visits = new Map<string, Record<string, Value>>();
  const signs: SampleEvent[] = [];
  for (const record of generateSample(sample))
    if (record.kind === 'event') signs.push(record);
    else {
      const values = typed(record.values);
      const levels = {
        nurse_level: values['triage_nurse'] ?? null,
        expert_level: values['triage_expert'] ?? null,
      };
      visits.set(record.key, { ...values, ...levels });
    }
  // Later ones take the place of earlier ones.
  for (const { subject, values } of signs.sort((a, b) => (a.time < b.time ? -1 : 1)))
    for (const [name, value] of Object.entries(typed(values)))
      if (value !== null) Object.assign(visits.get(subject) ?? {}, { [latest(name)]: value });

  const compiled = compileDocument(made.document);
  const evaluations = [...visits.values()].map((values) => compiled.evaluate(values));
  const figures = report.expectations.map(({ tier, measure }) => {
    const node = report.measures.find(({ id }) => id === measure)?.node ?? '';
    const values = evaluations.flatMap(({ tier: of, values: all }) =>
      of === tier && typeof all[node] === 'number' ? [all[node]] : [],
    );
    expect(values.length).toBeGreaterThan(100);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  expect(report.expectations.map(({ maximum }) => maximum)).toEqual([0.1, 0.1]);
  expect(figures.filter((figure) => figure > 0.1)).toEqual([]);
  // Nobody would believe a model that agrees with every expert.
  expect(figures.every((figure) => figure > 0.01)).toBe(true);
});
