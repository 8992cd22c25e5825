// `pnpm fuzz:expression [--rules 20000] [--rows 1000] [--seed n] [--json]`: generated rules over generated rows, run by every
// reader, on a PostgreSQL of its own. Ends with the count of mismatches; exit code 1 when there are any.
import { bootstrap } from './lib/bootstrap.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/process.mjs';
import { inRoot } from './lib/repository.mjs';

await main(async () => {
  await bootstrap();
  const { code } = await run(
    process.execPath,
    [inRoot('test/fuzz/expression.mjs'), ...process.argv.slice(2).filter((argument) => argument !== '--')],
    { output: 'inherit' },
  );
  return code;
});
