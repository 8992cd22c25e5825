/** The as-of day of the generated orders; they lie in the three years before. */
export const asOf = '2025-12-31';

/**
 * Fills the server's own tables: customers with a name, orders in the sequence of their time, unevenly spread (a few
 * customers have many, one in fifty has none). The primary key is built afterwards, as a bulk load would.
 */
export async function generatePopulation(client, customers, orders) {
  await client.query('SELECT setseed(0.42)');
  await client.query(
    `INSERT INTO data.subject_customer (key, f_name)
     SELECT 'C' || lpad(i::text, 8, '0'), 'Customer ' || i FROM generate_series(1, $1::integer) i`,
    [customers],
  );
  const { rows } = await client.query(
    `SELECT conname FROM pg_constraint WHERE conrelid = 'data.event_order'::regclass AND contype = 'p'`,
  );
  const key = client.escapeIdentifier(rows[0].conname);
  await client.query(`ALTER TABLE data.event_order DROP CONSTRAINT ${key}`);
  await client.query(
    `INSERT INTO data.event_order (subject_key, event_id, occurred_at, f_amount)
     SELECT 'C' || lpad((1 + floor(power(random(), 1.5) * $1 * 0.98))::integer::text, 8, '0'),
       'O' || lpad(i::text, 9, '0'),
       timestamptz '2023-01-01 00:00:00+00' + (i::float8 / $2::integer) * interval '1095 days' + random() * interval '20 hours',
       round(exp(3.5 + random() * 3)::numeric, 2)
     FROM generate_series(1, $2::integer) i`,
    [customers, orders],
  );
  await client.query(
    `ALTER TABLE data.event_order ADD CONSTRAINT ${key} PRIMARY KEY (subject_key, event_id)`,
  );
  await client.query('VACUUM ANALYZE data.subject_customer');
  await client.query('VACUUM ANALYZE data.event_order');
}
