import { afterAll, expect, it } from '@jest/globals';
import { createTestDatabase } from '@terrace/testing';
import pg from 'pg';

const made: { drop(): Promise<void> }[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // Dropping the database cuts the connection.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

it('gives each call an empty database of its own', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  made.push(one, two);
  const first = await connect(one.url);
  await first.query('CREATE TABLE only_here (id int)');
  await first.end();
  const second = await connect(two.url);
  const { rows } = await second.query(
    "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'",
  );
  await second.end();
  expect(rows).toEqual([{ tables: 0 }]);
});

it('drops a database that is still in use', async () => {
  const database = await createTestDatabase();
  const client = await connect(database.url);
  await database.drop();
  await expect(connect(database.url)).rejects.toMatchObject({ code: '3D000' });
  await client.end().catch(() => undefined);
});
