/** Injection token of the `pg` Pool for bulk work: `COPY`, streams, long statements. TypeORM's DataSource is injected as usual. */
export const POOL = Symbol('Pool');
