// `pnpm bench [name] [options]`: runs measurements of test/bench on a fresh build. Without a name: all of them, as a
// table. With --json a bench prints exactly one JSON object on standard output.
import { existsSync, readdirSync } from 'node:fs';
import { bootstrap } from './lib/bootstrap.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/process.mjs';
import { Failure, say } from './lib/report.mjs';
import { inRoot } from './lib/repository.mjs';

const folder = inRoot('test/bench');

await main(async () => {
  const [name, ...options] = process.argv.slice(2).filter((argument) => argument !== '--');
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.mjs'))
        .map((file) => file.slice(0, -'.mjs'.length))
        .sort()
    : [];
  if (name === undefined || name.startsWith('--')) {
    await bootstrap();
    return await runAll(names, name === undefined ? options : [name, ...options]);
  }
  if (!names.includes(name)) throw new Failure(`There is no bench ${name}; there are: ${names.join(', ')}.`);
  await bootstrap();
  const { code } = await run(process.execPath, [`${folder}/${name}.mjs`, ...options], { output: 'inherit' });
  return code;
});

async function runAll(names, options) {
  const results = {};
  const given = options.filter((option) => option !== '--json');
  for (const name of names) {
    say(`Measuring ${name}`);
    const { code, output } = await run(process.execPath, [`${folder}/${name}.mjs`, '--json', ...given], {
      output: 'collect-stdout',
    });
    if (code !== 0) throw new Failure(`The bench ${name} failed.`, output);
    results[name] = JSON.parse(output);
  }
  if (options.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
  else
    console.table(
      Object.entries(results).flatMap(([bench, values]) =>
        Object.entries(values).map(([measure, value]) => ({ bench, measure, value })),
      ),
    );
  return 0;
}
