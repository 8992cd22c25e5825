import { urlOf } from '@terrace/client';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const developerSchema = z.object({ name: z.string(), password: z.string() });

/** Who signs in to the server of a plugin under development. It knows nobody else and listens to this machine alone. */
type Developer = z.infer<typeof developerSchema>;

async function readDeveloper(file: string): Promise<Developer | null> {
  try {
    return developerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Not there yet, or spoilt: then the address of the page to sign in has to do.
    return null;
  }
}

async function post(url: string, name: 'setUp' | 'signIn', body: object): Promise<string | null> {
  const response = await fetch(`${url}${urlOf(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.ok ? (response.headers.getSetCookie()[0] ?? null) : null;
}

/**
 * Signs in to the server at `url` as its developer, who is made its administrator at the first start.
 * @param home - folder that keeps who it is
 * @param setupCode - of a server that nobody was signed in to yet
 * @returns the cookie of the session; null when a person has taken the account over
 */
export async function signInDeveloper(
  url: string,
  home: string,
  setupCode: string | undefined,
): Promise<string | null> {
  const file = join(home, 'developer.json');
  if (setupCode === undefined) {
    const known = await readDeveloper(file);
    return known === null ? null : post(url, 'signIn', known);
  }
  const developer: Developer = { name: 'developer', password: randomBytes(24).toString('base64url') };
  await writeFile(file, `${JSON.stringify(developer, null, 2)}\n`, { mode: 0o600 });
  return post(url, 'setUp', { code: setupCode, ...developer });
}
