// `npm run lint`: the rules of .oxlintrc.json, among them who may import whom.
import { bootstrapPackages } from './lib/bootstrap.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/process.mjs';

await main(async () => {
  await bootstrapPackages();
  const { code } = await run('oxlint', ['--deny-warnings', ...process.argv.slice(2)], { output: 'inherit' });
  return code;
});
