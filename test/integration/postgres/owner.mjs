// Starts an embedded server in the folder of the first argument, says so, and holds it until it is killed.
import { startEmbeddedPostgres } from '@terrace/postgres';

try {
  const server = await startEmbeddedPostgres({ folder: process.argv[2], durable: false });
  process.send({ url: server.url });
  setInterval(() => undefined, 60_000);
} catch (fault) {
  process.send({ code: fault.code, message: fault.message });
  process.disconnect();
}
