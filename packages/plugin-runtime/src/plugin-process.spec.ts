import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { codeDeclarationsSchema } from '@terrace/plugin-sdk';
import type { Occasion } from '@terrace/plugin-sdk/code';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeSubject } from './encode-subject.js';
import { asOf, sizeCode, subjectOf, TestPlugins, valuesOf } from './testing/plugin-folder.js';

const plugins = new TestPlugins();
afterAll(() => plugins.end());

const name = "{ en: 'Name', 'zh-CN': '名称' }";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const none = { network: [], storage: false, subjectKeys: false };

/** Waits until `holds`, looking often; the test's own time limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(5);
}

describe('a dimension in code', () => {
  it('gets fields and events by name, days counted to the as-of day, and parameters with their defaults', async () => {
    const process = plugins.process(`export default { dimensions: [{
      id: 'seen', name: '%seen%', subjectType: 'customer', valueType: 'text',
      inputs: { fields: { city: 'text', age: 'number' }, events: { order: { fields: { amount: 'number' } }, call: {} } },
      parameters: [
        { id: 'mode', name: ${name}, type: 'choice', options: [{ value: 'a', name: ${name} }], default: 'a' },
        { id: 'least', name: ${name}, type: 'integer', default: 3 },
      ],
      compute: (subjects, { parameters, asOf, timeZone, storage }) =>
        subjects.map((subject) => JSON.stringify({ subject, parameters, asOf, timeZone, storage })),
    }] };`);
    const { dimensions } = await process.describe();
    const [dimension] = dimensions;
    if (dimension === undefined) throw new Error('no dimension');
    expect(dimension.name).toEqual({ en: '%seen%', 'zh-CN': '%seen%' });
    const subject = encodeSubject(dimension, {
      fields: { age: 41 },
      events: { order: [{ at: '2025-12-24T16:30:00.000Z', day: '2025-12-25', fields: { amount: 9.5 } }] },
    });
    const [seen] = await process
      .computeBatch('seen', [subject], { ...asOf, parameters: { least: 5 } })
      .then(valuesOf);
    expect(JSON.parse(String(seen))).toEqual({
      subject: {
        fields: { city: null, age: 41 },
        events: {
          order: [{ at: '2025-12-24T16:30:00.000Z', day: '2025-12-25', daysAgo: 6, fields: { amount: 9.5 } }],
          call: [],
        },
      },
      parameters: { mode: 'a', least: 5 },
      ...asOf,
      storage: null,
    });
  });

  it('may compute in promises, and its numbers are rounded to 15 digits', async () => {
    const process = plugins.process(
      sizeCode(
        'return Promise.resolve(subjects.map(({ fields }) => fields.amount === null ? null : fields.amount + 0.2));',
      ),
    );
    expect(
      await process
        .computeBatch('size', [subjectOf(0.1), subjectOf(null), subjectOf(5)], asOf)
        .then(valuesOf),
    ).toEqual([0.3, null, 5.2]);
  });

  it('tells whether its values hold on other days too', async () => {
    for (const [body, usesAsOf] of [
      ['return [1];', false],
      ['return [context.parameters === null ? 1 : 2];', false],
      ['return [context.asOf.length];', true],
      ['return [{ ...context }.asOf.length];', true],
    ] as const)
      expect(await plugins.process(sizeCode(body)).computeBatch('size', [subjectOf(1)], asOf)).toMatchObject({
        usesAsOf,
      });
  });

  it('answers one call after the other, whoever asks first', async () => {
    const process = plugins.process(
      sizeCode(
        'running += 1; if (running > 1) throw new Error("two at once"); await null; await new Promise((ok) => setTimeout(ok, 5)); running -= 1; return subjects.map(({ fields }) => fields.amount);',
        'let running = 0;',
      ).replace('compute(', 'async compute('),
    );
    const answers = await Promise.all(
      [1, 2, 3, 4].map((each) => process.computeBatch('size', [subjectOf(each)], asOf).then(valuesOf)),
    );
    expect(answers).toEqual([[1], [2], [3], [4]]);
  });

  it('refuses calls beyond those that can wait, without holding it against the plugin', async () => {
    const process = plugins.process(sizeCode('return [1];'));
    const calls = Array.from({ length: 103 }, () =>
      process.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf),
    );
    const results = await Promise.allSettled(calls);
    const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as object] : []));
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ code: 'BUSY', isOfPlugin: false, isViolation: false });
  });

  it('writes its log, of which the end is kept', async () => {
    const process = plugins.process(
      sizeCode(
        "for (let line = 1; line <= 300; line += 1) console.log('line', line); context.log('done'); return [1];",
      ),
    );
    await process.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf);
    await until(() => process.log.includes('line 300'));
    expect(process.log).toContain('done');
    expect(process.log).not.toContain('line 50');
  });
});

describe('the process of a plugin', () => {
  it('starts with the first call, ends when nobody calls, and starts anew', async () => {
    const process = plugins.process(sizeCode('calls += 1; return [calls];', 'let calls = 0;'), {
      idleMs: 20,
    });
    expect(process.pid).toBeUndefined();
    expect(await process.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf)).toEqual([1]);
    const first = process.pid;
    expect(first).toBeGreaterThan(0);
    await until(() => process.pid === undefined);
    expect(await process.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf)).toEqual([1]);
    expect(process.pid).not.toBe(first);
  });

  it('makes a call again when somebody kills it, and gives up when that goes on', async () => {
    const slow = plugins.process(sizeCode('return new Promise((ok) => setTimeout(() => ok([7]), 200));'));
    const answer = slow.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf);
    await until(() => slow.pid !== undefined && slow.log.length === 0);
    process.kill(slow.pid ?? 0, 'SIGKILL');
    expect(await answer).toEqual([7]);
  });

  it('does not mind what ends the group of its host', async () => {
    const calm = plugins.process(sizeCode('return [1];'));
    await calm.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf);
    const { pid } = calm;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.kill(pid ?? 0, signal);
    expect(await calm.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf)).toEqual([1]);
    expect(calm.pid).toBe(pid);
  });

  it('fails what waits when it is stopped, and says that it was', async () => {
    const process = plugins.process(sizeCode('return new Promise(() => {});'), { timeoutMs: 60_000 });
    const waiting = [1, 2].map((each) =>
      process
        .computeBatch('size', [subjectOf(each)], asOf)
        .then(valuesOf)
        .catch((error: unknown) => error),
    );
    await until(() => process.pid !== undefined);
    await process.stop();
    expect(await Promise.all(waiting)).toEqual([
      expect.objectContaining({ code: 'STOPPED', isOfPlugin: false }),
      expect.objectContaining({ code: 'STOPPED' }),
    ]);
    await expect(process.describe()).rejects.toMatchObject({ code: 'STOPPED' });
  });

  it('ends with its host, even when it loops and the host is killed', async () => {
    const folder = plugins.folder('looping', sizeCode('for (;;);'));
    const module = fileURLToPath(new URL('../dist/index.js', import.meta.url));
    const host = plugins.write(
      'host.mjs',
      `import { startPluginProcess } from ${JSON.stringify(module)};
      const plugin = startPluginProcess({ pluginId: 'looping', folder: ${JSON.stringify(folder)}, entry: 'dist/index.js', timeoutMs: 60_000 });
      await plugin.describe();
      void plugin.computeBatch('size', ['[[1],[]]'], ${JSON.stringify(asOf)});
      console.log(plugin.pid);`,
    );
    const child = spawn(process.execPath, [host], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve, reject) => {
      child.stdout.once('data', (text: Buffer) => resolve(Number(text)));
      child.once('exit', () => reject(new Error('The host ended by itself.')));
    });
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGKILL');
    await until(() => !isRunning(pid));
  });

  it('refuses code that declares something else than its code.json', async () => {
    const declarations = codeDeclarationsSchema.parse({
      dimensions: [
        {
          id: 'size',
          name: { en: 'S' },
          subjectType: 'customer',
          inputs: { fields: { amount: 'number' } },
          valueType: 'text',
        },
      ],
    });
    const other = plugins.process(sizeCode('return [1];'), { declarations });
    await expect(other.describe()).rejects.toMatchObject({ code: 'LOAD_FAILED', message: /code\.json/ });
    const alike = plugins.process(sizeCode('return [];', '', 'text'), { declarations });
    expect(await alike.describe()).toMatchObject({ dimensions: [{ id: 'size' }] });
  });

  it('goes by its code.json where both mean the same: its texts, and the order of its inputs', async () => {
    const code = (inputs: string) => `export default { dimensions: [{
      id: 'size', name: '%size%', subjectType: 'customer', valueType: 'text', inputs: ${inputs},
      compute: (subjects) => subjects.map((subject) => JSON.stringify(subject.fields)),
    }] };`;
    const declarations = codeDeclarationsSchema.parse({
      dimensions: [
        {
          id: 'size',
          name: { en: 'Size', 'zh-CN': '大小' },
          subjectType: 'customer',
          inputs: { fields: { name: 'text', age: 'number' } },
          valueType: 'text',
        },
      ],
    });
    const other = plugins.process(code("{ fields: { age: 'number', name: 'text' } }"), { declarations });
    const { dimensions } = await other.describe();
    expect(dimensions.map((dimension) => dimension.name)).toEqual([{ en: 'Size', 'zh-CN': '大小' }]);
    // As PostgreSQL lists them by code.json: the name first.
    expect(await other.computeBatch('size', ['[["Ann",41],[]]'], asOf).then(valuesOf)).toEqual([
      '{"name":"Ann","age":41}',
    ]);
    // A field called "name" is no text that may differ.
    for (const inputs of ["{ fields: { age: 'number' } }", "{ fields: { age: 'number', name: 'number' } }"])
      await expect(plugins.process(code(inputs), { declarations }).describe()).rejects.toMatchObject({
        code: 'LOAD_FAILED',
        message: expect.stringContaining('code.json'),
      });
  });

  it('runs no code from outside its folder, through a link either', async () => {
    const outside = plugins.write('elsewhere/index.js', sizeCode('return [1];'));
    plugins.write('linked/plugin.json', '{}');
    symlinkSync(outside, join(plugins.root, 'linked/index.js'));
    for (const entry of ['index.js', '../elsewhere/index.js', 'none.js']) {
      const process = plugins.process('', { folder: join(plugins.root, 'linked'), entry });
      await expect(process.describe()).rejects.toMatchObject({ code: 'LOAD_FAILED' });
    }
  });
});

describe('an action in code', () => {
  const occasion: Occasion = {
    idempotencyKey: 'act_1',
    subjectType: 'customer',
    key: 'C1',
    modelId: 'm',
    transition: { kind: 'enter', from: null, to: 'gold', at: '2025-12-31T08:00:00.000Z' },
  };
  const action = (body: string) => `export default { actions: [{
    id: 'tell', name: ${name}, parameters: [{ id: 'desk', name: ${name}, type: 'text', default: 'north' }],
    async run(occasion, context) { ${body} },
  }] };`;

  it('is told the key of its subject with the permission alone', async () => {
    const code = action('context.log(JSON.stringify({ ...occasion, ...context.parameters }));');
    for (const [subjectKeys, key] of [
      [true, 'C1'],
      [false, null],
    ] as const) {
      const process = plugins.process(code, { permissions: { ...none, subjectKeys } });
      await process.runAction('tell', occasion, asOf);
      expect(JSON.parse(process.log.at(-1) ?? '')).toEqual({ ...occasion, key, desk: 'north' });
    }
  });

  it('fails when it throws', async () => {
    const process = plugins.process(action("throw new Error('the desk is closed');"));
    await expect(process.runAction('tell', occasion, asOf)).rejects.toMatchObject({
      code: 'THREW',
      isViolation: false,
      contribution: { kind: 'action', id: 'tell' },
      sentence: {
        en: expect.stringMatching(
          /^The action "tell" of the plugin "p\d+" failed: Error: the desk is closed/,
        ),
      },
    });
  });

  it('writes to its storage with the permission, which outlives the process', async () => {
    const storageFolder = join(plugins.root, 'storage');
    const code = action("fs.writeFileSync(context.storage + '/last.txt', occasion.modelId);").replace(
      /^/,
      "import fs from 'node:fs';\n",
    );
    const process = plugins.process(code, { permissions: { ...none, storage: true }, storageFolder });
    await process.runAction('tell', occasion, asOf);
    expect(readFileSync(join(storageFolder, 'last.txt'), 'utf8')).toBe('m');
    const without = plugins.process(code, { storageFolder: join(plugins.root, 'not-made') });
    await expect(without.runAction('tell', occasion, asOf)).rejects.toMatchObject({ code: 'PERMISSION' });
    expect(existsSync(join(plugins.root, 'not-made'))).toBe(false);
  });

  describe('that calls a host', () => {
    let server: Server;
    let host = '';
    const seen: string[] = [];
    beforeAll(async () => {
      server = createServer((request, response) => {
        seen.push(`${request.method} ${request.url} ${request.headers['idempotency-key']}`);
        if (request.url === '/large') response.end('x'.repeat(2 * 1024 * 1024));
        else if (request.url === '/long') response.writeHead(201).end('x'.repeat(1000 * 1024));
        else
          response
            .writeHead(request.url === '/moved' ? 302 : 201, { location: '/a', 'x-desk': 'north' })
            .end('{"ok":true}');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterEach(() => void seen.splice(0));
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    const run = async (body: string, options: { network: string[]; allowPrivateAddresses?: boolean }) => {
      const { network, ...more } = options;
      const process = plugins.process(action(body), { permissions: { ...none, network }, ...more });
      await process.runAction('tell', occasion, asOf);
      return process.log.at(-1);
    };
    const log = (url: string, init = '') =>
      `const answer = await context.fetch('${url}'${init}); context.log([answer.status, answer.ok, answer.headers['x-desk'], (await answer.json()).ok].join());`;

    it('gets the answer', async () => {
      const body = log(
        `http://${host}/a`,
        ", { method: 'POST', headers: { 'Idempotency-Key': occasion.idempotencyKey }, body: '{}' }",
      );
      expect(await run(body, { network: [host], allowPrivateAddresses: true })).toBe('201,true,north,true');
      expect(seen).toEqual(['POST /a act_1']);
    });

    it('gets redirects as they are', async () => {
      expect(await run(log(`http://${host}/moved`), { network: [host], allowPrivateAddresses: true })).toBe(
        '302,false,north,true',
      );
      expect(seen).toEqual(['GET /moved undefined']);
    });

    it('is stopped at a host that its manifest does not name', async () => {
      await expect(run(log(`http://${host}/a`), { network: ['desk.example.com'] })).rejects.toMatchObject({
        code: 'PERMISSION',
        sentence: { en: expect.stringContaining(`called ${host}, which its manifest does not name`) },
      });
      expect(seen).toEqual([]);
    });

    it('gets an error in the place of an answer where calls are not made', async () => {
      const urls: string[] = [];
      const process = plugins.process(
        action(
          `const said = await context.fetch('http://${host}/a').catch(({ message }) => message); context.log(said);`,
        ),
        {
          permissions: { ...none, network: [host] },
          allowPrivateAddresses: true,
          onUnmadeCall: ({ href }) => urls.push(href),
        },
      );
      await process.runAction('tell', occasion, asOf);
      expect(process.log).toEqual([`${host} is not called while code is tried`]);
      expect([urls, seen]).toEqual([[`http://${host}/a`], []]);
    });

    it('gets no further answers while it does not read those it has', async () => {
      // The process hears nothing while it waits; what it asks for is asked at once.
      const body = `
        const ask = () => context.fetch('http://${host}/long').then(({ status }) => status, ({ message }) => message);
        const first = Array.from({ length: 16 }, ask);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
        const late = ask();
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
        context.log([...await Promise.all(first), await late, await ask()].join());`;
      expect(await run(body, { network: [host], allowPrivateAddresses: true })).toBe(
        `${'201,'.repeat(16)}more than 16 requests at once,201`,
      );
      expect(seen).toHaveLength(17);
    });

    it.each([
      ['a private address', '/a', '', /private or loopback address/],
      ['an answer that is too large', '/large', '', /larger than 1048576 bytes/],
      ['a header that is not its to set', '/a', ", { headers: { host: 'x' } }", /header host cannot be set/],
      ['a method that there is not', '/a', ", { method: 'TRACE' }", /method TRACE/],
    ])('is told of %s', async (what, path, init, words) => {
      const allowPrivateAddresses = what !== 'a private address';
      const body = `await context.fetch('http://${host}${path}'${init});`;
      await expect(run(body, { network: [host], allowPrivateAddresses })).rejects.toMatchObject({
        code: 'THREW',
        sentence: { en: expect.stringMatching(words) },
      });
    });
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that nobody has collected yet is no more.
    return !existsSync('/proc/self') || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
