export { runCli } from './run-cli.js';
export type { Streams } from './output/streams.js';
