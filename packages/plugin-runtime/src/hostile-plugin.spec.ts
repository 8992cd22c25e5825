import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PluginCodeFault } from './fault/plugin-code-fault.js';
import type { PluginProcess, PluginProcessOptions } from './plugin-process.js';
import { asOf, sizeCode, subjectOf, TestPlugins, valuesOf } from './testing/plugin-folder.js';

const plugins = new TestPlugins();
let honest: PluginProcess;
beforeAll(() => {
  honest = plugins.process(sizeCode('return subjects.map(({ fields }) => fields.amount);'), {
    pluginId: 'honest',
  });
});
afterAll(() => plugins.end());

const same = 'return subjects.map(() => 1);';
const short = { timeoutMs: 500, memoryMb: 32 } as const;

/** What becomes of a plugin that does `body`, and how long it takes to tell. */
async function faultOf(code: string, options: Partial<PluginProcessOptions> = {}): Promise<PluginCodeFault> {
  const hostile = plugins.process(code, { ...short, ...options });
  const failed = hostile
    .computeBatch('size', [subjectOf(1), subjectOf(2)], asOf)
    .then(valuesOf)
    .then(
      (values) => new Error(`It answered ${JSON.stringify(values)}.`),
      (error: unknown) => error,
    );
  // While it is about to fail, another plugin answers.
  expect(await honest.computeBatch('size', [subjectOf(3)], asOf).then(valuesOf)).toEqual([3]);
  const error = await failed;
  if (!(error instanceof PluginCodeFault)) throw error;
  return error;
}

async function expectFault(
  code: string,
  fault: string,
  words: RegExp,
  options?: Partial<PluginProcessOptions>,
): Promise<void> {
  const start = performance.now();
  const { code: found, sentence, pluginId } = await faultOf(code, options);
  expect([found, sentence.en]).toEqual([fault, expect.stringMatching(words)]);
  expect(sentence['zh-CN']).toMatch(new RegExp(`^插件“${pluginId}”.*。?$`, 's'));
  expect(performance.now() - start).toBeLessThan(5000);
}

describe('a plugin that takes too much', () => {
  it.each<[string, string, string, RegExp]>([
    ['loops', 'for (;;);', 'TIMEOUT', /"size" of the plugin "p\d+" took longer than 0.5 s for 2 subjects/],
    ['loops between microtasks', 'return (async () => { for (;;) await null; })();', 'TIMEOUT', /0.5 s/],
    ['never answers', 'return new Promise(() => {});', 'TIMEOUT', /0.5 s/],
    [
      'sleeps',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); return [];',
      'TIMEOUT',
      /0.5 s/,
    ],
    [
      'fills its heap',
      'const all = []; for (;;) all.push({ at: all.length });',
      'MEMORY',
      /its 32 MB of memory/,
    ],
    [
      'fills buffers outside its heap',
      'const all = []; for (;;) all.push(Buffer.alloc(1024 * 1024, 1));',
      'MEMORY',
      /its 32 MB of memory/,
    ],
    ['answers with too much text', "return subjects.map(() => 'x'.repeat(100_000));", 'TOO_LARGE', /72 KB/],
    ['prints without end', "for (;;) console.log('x'.repeat(1000));", 'TOO_LARGE', /4096 KB to its log/],
    ['logs without end', "for (;;) context.log('x'.repeat(1000));", 'TOO_LARGE', /4096 KB to its log/],
    ['recurs without end', 'const deep = () => deep() + 1; return [deep()];', 'THREW', /Maximum call stack/],
  ])('that %s is stopped', async (_name, body, fault, words) => {
    await expectFault(sizeCode(body), fault, words, { timeoutMs: fault === 'TIMEOUT' ? 500 : 3000 });
  });

  it('cannot make the host keep what it sends past the answer', async () => {
    const flood = `
      const header = Buffer.alloc(4); header.writeUInt32LE(0xffffffff);
      writeSync(3, header); for (;;) writeSync(3, Buffer.alloc(1024 * 1024));`;
    const before = process.memoryUsage().rss;
    await expectFault(sizeCode(flood, "import { writeSync } from 'node:fs';"), 'TOO_LARGE', /answer larger/);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('that floods the host with small messages is stopped', async () => {
    const body = Buffer.from(JSON.stringify({ type: 'log', text: 'x'.repeat(60) }));
    const flood = `
      const frame = Buffer.from('${Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]).toString('base64')}', 'base64');
      const many = Buffer.concat(Array.from({ length: 1000 }, () => frame));
      for (;;) writeSync(3, many);`;
    await expectFault(sizeCode(flood, "import { writeSync } from 'node:fs';"), 'TOO_LARGE', /to its log/, {
      timeoutMs: 4000,
    });
  });
});

describe('a plugin that fails', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'throws at load',
      `throw new TypeError('no luck');\n${sizeCode(same)}`,
      'LOAD_FAILED',
      /cannot be loaded: TypeError: no luck, line 1/,
    ],
    [
      'waits at load',
      `await new Promise(() => {});\n${sizeCode(same)}`,
      'TIMEOUT',
      /took longer than 1 s to load/,
    ],
    ['loops at load', `for (;;);\n${sizeCode(same)}`, 'TIMEOUT', /took longer than 1 s to load/],
    ['does not parse', 'export default {', 'LOAD_FAILED', /cannot be loaded: SyntaxError/],
    ['exports nothing', 'export const a = 1;', 'LOAD_FAILED', /default export/],
    [
      'declares nonsense',
      'export default { dimensions: [{ id: "Big Size", compute() {} }] };',
      'LOAD_FAILED',
      /dimensions\.0\.id/,
    ],
    [
      'imports another file',
      `import './other.js';\n${sizeCode(same)}`,
      'LOAD_FAILED',
      /imports "\.\/other\.js"/,
    ],
    ['throws', sizeCode("throw new Error('no luck');"), 'THREW', /failed: Error: no luck, line 5/],
    ['rejects', sizeCode("return Promise.reject(new Error('no luck'));"), 'THREW', /failed: Error: no luck/],
    ['throws what is no error', sizeCode('throw { get message() { throw 1; } };'), 'THREW', /failed: /],
    [
      'leaves a rejection unheard',
      sizeCode(`void Promise.reject(new Error('no luck')); ${same}`),
      'THREW',
      /failed: Error: no luck/,
    ],
    [
      'throws from a timer',
      sizeCode("setTimeout(() => { throw new Error('late'); }); return new Promise(() => {});"),
      'THREW',
      /late/,
    ],
    ['gives no list', sizeCode('return 5;'), 'WRONG_ANSWER', /gave 5 where a list/],
    ['gives nothing', sizeCode(''), 'WRONG_ANSWER', /gave undefined where a list/],
    ['gives too few values', sizeCode('return [1];'), 'WRONG_ANSWER', /gave 1 values for 2 subjects/],
    ['gives NaN', sizeCode('return [1, NaN];'), 'WRONG_ANSWER', /gave NaN where a number or null/],
    ['gives a text for a number', sizeCode("return [1, '2'];"), 'WRONG_ANSWER', /gave "2" where a number/],
    ['gives an object', sizeCode('return [{}, 1];'), 'WRONG_ANSWER', /gave object where a number/],
    [
      'gives a day that is none',
      sizeCode("return ['2025-02-30', null];", '', 'date'),
      'WRONG_ANSWER',
      /gave "2025-02-30" where a date/,
    ],
    [
      'gives a text beyond all bounds',
      sizeCode("return ['', 'x'.repeat(1001)];", '', 'text'),
      'WRONG_ANSWER',
      /where a text/,
    ],
  ])('that %s is told so', async (_name, code, fault, words) => {
    await expectFault(code, fault, words, { loadTimeoutMs: 1000 });
  });

  it('says at the next call what it did wrong since the last, and is started anew', async () => {
    const late = plugins.process(sizeCode("setTimeout(() => { throw new Error('late'); }, 20); return [1];"));
    const call = () => late.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf);
    expect(await call()).toEqual([1]);
    while (late.pid !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(call()).rejects.toMatchObject({ code: 'THREW', contribution: null });
    expect(await call()).toEqual([1]);
  });
});

it.each([
  ['a rejection that nobody hears', "void Promise.reject(new Error('no luck'));"],
  ['an error thrown from a microtask', "queueMicrotask(() => { throw new Error('no luck'); });"],
])('fails a call by %s once, and calls nothing a crash afterwards', async (_name, failing) => {
  const plugin = plugins.process(
    sizeCode(`const [{ fields: { amount } }] = subjects; if (amount === 1) { ${failing} } return [amount];`),
  );
  const call = (amount: number) =>
    plugin
      .computeBatch('size', [subjectOf(amount)], asOf)
      .then(valuesOf, ({ code }: PluginCodeFault) => code);
  // The next call comes before the process has ended, and after.
  expect([await call(1), await call(2)]).toEqual(['THREW', [2]]);
  expect(await call(1)).toBe('THREW');
  while (plugin.pid !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([await call(3), await call(1), await call(4)]).toEqual([[3], 'THREW', [4]]);
});

describe('a plugin that reaches for what it may not', () => {
  const net = "import net from 'node:net';";
  it.each<[string, string, string, RegExp]>([
    ['opens a socket', net, "net.connect(5432, '10.0.0.1');", /opened a connection to 10\.0\.0\.1:5432/],
    [
      'opens a socket by promise',
      net,
      "await new Promise((ok) => net.connect({ host: '10.0.0.1', port: 5432 }, ok));",
      /10\.0\.0\.1:5432/,
    ],
    [
      'opens a local socket',
      net,
      "net.connect('/var/run/docker.sock');",
      /opened a connection to \/var\/run\/docker\.sock/,
    ],
    ['takes over a descriptor', net, 'new net.Socket({ fd: 3 });', /file descriptor 3/],
    [
      'waits for connections',
      net,
      'net.createServer().listen(8080);',
      /waited for connections on localhost:8080/,
    ],
    [
      'uses http',
      "import http from 'node:http';",
      "http.get('http://10.0.0.1/a');",
      /opened a connection to 10\.0\.0\.1:80/,
    ],
    [
      'uses https',
      "import { request } from 'node:https';",
      "request('https://example.com/a').end();",
      /example\.com:443/,
    ],
    [
      'uses fetch',
      '',
      "await fetch('http://10.0.0.1:5432/a');",
      /opened a connection to http:\/\/10\.0\.0\.1:5432\/a/,
    ],
    ['uses tls', "import tls from 'node:tls';", "tls.connect(443, 'example.com');", /example\.com:443/],
    [
      'uses http2',
      "import http2 from 'node:http2';",
      "http2.connect('https://example.com');",
      /example\.com:443/,
    ],
    [
      'looks up a name',
      "import dns from 'node:dns/promises';",
      "await dns.lookup('secret.example.com');",
      /looked up the address of secret\.example\.com/,
    ],
    [
      'asks a name server',
      "import dns from 'node:dns';",
      "new dns.Resolver().resolveTxt('secret.example.com', () => {});",
      /secret\.example\.com/,
    ],
    [
      'joins a group of datagrams',
      "import { createSocket } from 'node:dgram';",
      "createSocket('udp4').addMembership('239.1.2.3');",
      /sent a datagram to 239\.1\.2\.3/,
    ],
    [
      'joins a group of datagrams from one source',
      "import { createSocket } from 'node:dgram';",
      "createSocket('udp4').addSourceSpecificMembership('10.0.0.1', '239.1.2.3');",
      /sent a datagram to 239\.1\.2\.3/,
    ],
    [
      'sends a datagram',
      "import dgram from 'node:dgram';",
      "dgram.createSocket('udp4').send('x', 53, '10.0.0.1');",
      /sent a datagram to 10\.0\.0\.1:53/,
    ],
    [
      'opens the debugger',
      "import inspector from 'node:inspector';",
      'inspector.open(9229);',
      /opened the debugger/,
    ],
    [
      'starts a program',
      "import { execSync } from 'node:child_process';",
      "execSync('id');",
      /started a program \(child_process\.execSync\)/,
    ],
    [
      'starts a thread',
      "import { Worker } from 'node:worker_threads';",
      "new Worker('1', { eval: true });",
      /started a thread/,
    ],
    ['ends its process', '', 'process.exit(0);', /ended its process \(exit\)/],
    [
      'aborts its process',
      "import process from 'node:process';",
      'process.abort();',
      /ended its process \(abort\)/,
    ],
    ['signals its parent', '', 'process.kill(process.ppid ?? 1);', /sent a signal to another process/],
    ['evaluates text', '', "(0, eval)('1 + 1');", /ran code made from text/],
    ['makes functions of text', '', "new Function('return 1')();", /ran code made from text/],
    [
      'compiles text',
      "import vm from 'node:vm';",
      "vm.runInThisContext('1 + 1');",
      /ran code made from text/,
    ],
    [
      'requires',
      "import { createRequire } from 'node:module';",
      "createRequire(import.meta.url)('net');",
      /loaded other modules/,
    ],
    [
      'loads a module past its imports',
      '',
      "process.getBuiltinModule('node:net');",
      /loaded a module of Node\.js/,
    ],
    ['binds to the inside', '', "process.binding('tcp_wrap');", /the inside of Node\.js/],
    ['loads modules by text', '', "await import('data:text/javascript,export default 1');", /imports "data:/],
    [
      'reads a file of the system',
      "import { readFileSync } from 'node:fs';",
      "readFileSync('/etc/passwd');",
      /read \/etc\/passwd/,
    ],
    [
      'reads files by promise',
      "import fs from 'node:fs/promises';",
      "await fs.readFile('/etc/passwd');",
      /read \/etc\/passwd/,
    ],
    [
      'reads its environment',
      "import fs from 'node:fs';",
      "fs.readFileSync('/proc/self/environ');",
      /read \/proc\/self\/environ/,
    ],
  ])('that %s is stopped, and told what it did', async (name, before, body, words) => {
    const fault = name === 'loads modules by text' ? 'THREW' : 'PERMISSION';
    await expectFault(sizeCode(`return (async () => { ${body} ${same} })();`, before), fault, words);
  });

  const looked = /looked up the address of secret\.example\.com/;
  it.each<[string, string, string, RegExp]>([
    ['by name', "import { lookup } from 'node:dns';", "lookup('secret.example.com', () => {});", looked],
    [
      'by name under another name',
      "import { lookup as find } from 'dns';",
      "find('secret.example.com', () => {});",
      looked,
    ],
    ['as a whole', "import * as dns from 'node:dns';", "dns.lookup('secret.example.com', () => {});", looked],
    ['by default', "import dns from 'node:dns';", "dns.lookup('secret.example.com', () => {});", looked],
    ['while it runs', '', "(await import('node:dns')).lookup('secret.example.com', () => {});", looked],
    [
      'with promises by name',
      "import { lookup } from 'node:dns/promises';",
      "await lookup('secret.example.com');",
      looked,
    ],
    [
      'with promises as a part',
      "import { promises } from 'node:dns';",
      "await promises.lookup('secret.example.com');",
      looked,
    ],
    [
      'made a promise',
      "import { lookup } from 'node:dns'; import { promisify } from 'node:util';",
      "await promisify(lookup)('secret.example.com');",
      looked,
    ],
    [
      'for services',
      "import { lookupService } from 'node:dns';",
      "lookupService('10.0.0.1', 80, () => {});",
      /looked up the address of 10\.0\.0\.1/,
    ],
    [
      'for records',
      "import { resolve4 } from 'node:dns';",
      "resolve4('secret.example.com', () => {});",
      looked,
    ],
    [
      'for a resolver',
      "import { Resolver } from 'node:dns';",
      "new Resolver().resolve4('secret.example.com', () => {});",
      looked,
    ],
    [
      'for a resolver with promises',
      "import { Resolver } from 'node:dns/promises';",
      "await new Resolver().resolve('secret.example.com', 'TXT');",
      looked,
    ],
    [
      'past its imports',
      "import { createRequire } from 'node:module';",
      "createRequire(import.meta.url)('node:dns').lookup('secret.example.com', () => {});",
      /loaded other modules/,
    ],
  ])('that imports the look-up of names %s is stopped', async (_name, before, body, words) => {
    await expectFault(sizeCode(`return (async () => { ${body} ${same} })();`, before), 'PERMISSION', words);
  });

  it('that writes is stopped, and nothing is written', async () => {
    const outside = join(plugins.root, 'outside.txt');
    for (const [file, id] of [
      [outside, 'writer'],
      [join(plugins.root, 'inside/own.txt'), 'inside'],
      // A neighbour whose name begins like its own.
      [join(plugins.root, 'inside-too.txt'), 'inside'],
    ] as const) {
      const code = sizeCode(
        `writeFileSync(${JSON.stringify(file)}, 'x'); ${same}`,
        "import { writeFileSync } from 'node:fs';",
      );
      await expectFault(code, 'PERMISSION', /wrote to .*\.txt/, { pluginId: id });
      expect(existsSync(file)).toBe(false);
    }
  });

  it('that reads a neighbour, or the configuration of the host, is stopped', async () => {
    const neighbour = plugins.write('reader-too/secret.txt', 'secret');
    for (const file of [neighbour, join(process.cwd(), 'package.json')])
      await expectFault(
        sizeCode(`readFileSync(${JSON.stringify(file)}); ${same}`, "import { readFileSync } from 'node:fs';"),
        'PERMISSION',
        /read .*(secret\.txt|package\.json)/,
        { pluginId: 'reader' },
      );
  });

  const withStorage = (id: string): Partial<PluginProcessOptions> => ({
    permissions: { network: [], storage: true, subjectKeys: false },
    storageFolder: join(plugins.root, `${id}-storage`),
  });

  it.each([
    ['symlinkSync', "fs.symlinkSync('../secret.txt', link);"],
    ['symlinkSync to a place of its own', "fs.symlinkSync('a', link);"],
    ['symlink', "fs.symlink('../secret.txt', link, () => {});"],
    ['symlink with promises', "await fs.promises.symlink('../secret.txt', link);"],
    ['linkSync to its own code', 'fs.linkSync(own, link);'],
    ['link', 'fs.link(own, link, () => {});'],
    ['link with promises', 'await fs.promises.link(own, link);'],
  ])('that makes a link by %s is stopped, and there is none', async (name, body) => {
    const id = `linker${name.replaceAll(/\W/g, '')}`;
    const options = withStorage(id);
    await expectFault(
      sizeCode(
        `return (async () => { const link = context.storage + '/link'; const own = fileURLToPath(import.meta.url); ${body} ${same} })();`,
        "import fs from 'node:fs'; import { fileURLToPath } from 'node:url';",
      ),
      'PERMISSION',
      /made a link to (\.\.\/secret\.txt|a|\/.*index\.js);/,
      { pluginId: id, ...options },
    );
    expect(readdirSync(options.storageFolder ?? '')).toEqual([]);
  });

  it.each([
    ['fs.realpathSync(secret);', /read \/.*secret\.txt/],
    ['fs.realpathSync.native(secret);', /read \/.*secret\.txt/],
    ['fs.realpathSync.native(Buffer.from(secret));', /read \/.*secret\.txt/],
    ['fs.realpathSync.native(pathToFileURL(secret));', /read \/.*secret\.txt/],
    ['fs.realpath(secret, () => {});', /read \/.*secret\.txt/],
    ['fs.realpath.native(secret, () => {});', /read \/.*secret\.txt/],
    ['await promisify(fs.realpath)(secret);', /read \/.*secret\.txt/],
    ['await fs.promises.realpath(secret);', /read \/.*secret\.txt/],
    ["await new Promise((done) => new fs.ReadStream(secret).on('error', done));", /read \/.*secret\.txt/],
    [
      "await new Promise((done) => new fs.WriteStream(secret).on('error', done));",
      /wrote to \/.*secret\.txt/,
    ],
    ['fs.futimesSync(fs.openSync(own), 0, 0);', /wrote to an open file \(fs\.futimesSync\)/],
    ['fs.fchmod(fs.openSync(own), 0o777, () => {});', /wrote to an open file \(fs\.fchmod\)/],
    ['fs.fchownSync(fs.openSync(own), 0, 0);', /wrote to an open file \(fs\.fchownSync\)/],
    ['await (await fs.promises.open(own)).chmod(0o777);', /wrote to an open file \(FileHandle\.chmod\)/],
    ['await (await fs.promises.open(own)).utimes(0, 0);', /wrote to an open file \(FileHandle\.utimes\)/],
  ])('that asks past its folder or changes what it may only read is stopped: %s', async (body, words) => {
    const secret = plugins.write('secret.txt', 'secret');
    await expectFault(
      sizeCode(
        `return (async () => { const secret = ${JSON.stringify(secret)}; const own = fileURLToPath(import.meta.url); ${body} ${same} })();`,
        "import fs from 'node:fs'; import { promisify } from 'node:util'; import { fileURLToPath, pathToFileURL } from 'node:url';",
      ),
      'PERMISSION',
      words,
    );
    expect(readFileSync(secret, 'utf8')).toBe('secret');
  });

  it('may ask in every way where its own files are', async () => {
    const id = 'finder';
    const finder = plugins.process(
      sizeCode(
        `return (async () => {
          const own = fileURLToPath(import.meta.url);
          const found = [
            fs.realpathSync('dist/index.js'),
            fs.realpathSync.native(pathToFileURL(own)),
            await promisify(fs.realpath)(own),
            await promisify(fs.realpath.native)(Buffer.from(own)),
            await fs.promises.realpath(own, 'utf8'),
          ];
          return [found.filter((each) => each === own).length + ' ' + await fs.promises.realpath('none').catch(({ code }) => code)];
        })();`,
        "import fs from 'node:fs'; import { promisify } from 'node:util'; import { fileURLToPath, pathToFileURL } from 'node:url';",
        'text',
      ),
      { pluginId: id },
    );
    expect(await finder.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf)).toEqual(['5 ENOENT']);
  });

  it.each([
    ['writeFileSync', `try { fs.writeFileSync('/tmp/x', 'x'); } catch {}`],
    ['a callback', `await new Promise((done) => fs.readFile('/etc/passwd', done));`],
    ['a promise', `await fs.promises.readFile('/etc/passwd').catch(() => {});`],
    ['a promise made of a callback', `await promisify(fs.readFile)('/etc/passwd').catch(() => {});`],
    ['a stream', `await new Promise((done) => fs.createReadStream('/etc/passwd').on('error', done));`],
  ])('cannot hide it by swallowing the error of %s', async (_name, body) => {
    const before = "import fs from 'node:fs'; import { promisify } from 'node:util';";
    await expectFault(
      sizeCode(`return (async () => { ${body} ${same} })();`, before),
      'PERMISSION',
      /(wrote to|read) \/(tmp\/x|etc\/passwd)/,
    );
  });

  it('may read its own folder, and is told of files that are not there', async () => {
    const reader = plugins.process(
      sizeCode(
        `return (async () => {
          const missing = await fs.promises.readFile('none.json').catch((error) => error.code);
          const streamed = await new Promise((done) => fs.createReadStream('none.json').on('error', ({ code }) => done(code)));
          return [[missing, streamed, fs.existsSync('/etc/passwd'), fs.readFileSync('words.json', 'utf8'), os.hostname()].join()];
        })();`,
        "import fs from 'node:fs'; import os from 'node:os';",
        'text',
      ),
      { pluginId: 'own_folder' },
    );
    plugins.write('own_folder/words.json', '[1]');
    expect(await reader.computeBatch('size', [subjectOf(1)], asOf).then(valuesOf)).toEqual([
      'ENOENT,ENOENT,false,[1],plugin',
    ]);
  });

  it('cannot hide it by swallowing the error of a socket', async () => {
    await expectFault(
      sizeCode(`try { net.connect(80, '10.0.0.1').on('error', () => {}); } catch {} ${same}`, net),
      'PERMISSION',
      /10\.0\.0\.1:80/,
    );
  });

  it('cannot put the ways to the network back', async () => {
    const body = `
      const socket = new net.Socket();
      for (const object of [socket, net.Socket.prototype, Object.getPrototypeOf(net.Socket.prototype)])
        for (const key of Reflect.ownKeys(object))
          try { delete object[key]; Object.defineProperty(object, key, { value() {}, configurable: true }); } catch {}
      new net.Stream().connect(5432, '10.0.0.1');`;
    await expectFault(sizeCode(`${body} ${same}`, net), 'PERMISSION', /10\.0\.0\.1:5432/);
  });

  it('finds no key, no setting and no folder of the host', async () => {
    const seen = plugins.process(
      sizeCode(
        'return [JSON.stringify({ ...process.env, ...subjects[0], argv: process.argv, pid: process.pid })];',
        '',
        'text',
      ),
    );
    expect(await seen.computeBatch('size', [subjectOf(4)], asOf).then(valuesOf)).toEqual([
      '{"fields":{"amount":4},"events":{},"argv":[],"pid":0}',
    ]);
  });

  it('spoils its own prototypes alone', async () => {
    const spoilt = plugins.process(
      sizeCode(`Object.prototype.polluted = 1; Array.prototype.map = () => [];
        JSON.stringify = () => 'x'; Promise.prototype.then = undefined;
        return [2];`),
    );
    const result = await spoilt
      .computeBatch('size', [subjectOf(4)], asOf)
      .then(valuesOf)
      .catch((error: unknown) => error);
    expect(result).toEqual(expect.anything());
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await honest.computeBatch('size', [subjectOf(3)], asOf).then(valuesOf)).toEqual([3]);
  });
});

it('leaves no process and no file behind', async () => {
  const before = readdirSync(plugins.root);
  expect(before).not.toContain('outside.txt');
});
