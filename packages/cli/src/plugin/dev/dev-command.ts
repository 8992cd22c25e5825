import { jsonOption } from '../../model/model-command.js';
import { Progress } from '../../output/progress.js';
import { CommandFailure, UsageError } from '../../usage-error.js';
import {
  textOf,
  type PluginCommand,
  type PluginCommandContext,
  type PluginOptions,
} from '../plugin-command.js';
import { pluginFolderOf } from '../plugin-folder.js';
import { connectionOf, serverOptions } from '../server/connection.js';
import { DevReporter } from './dev-reporter.js';
import { startDevServer, type DevServer } from './dev-server.js';
import { FolderWatcher } from './folder-watcher.js';
import { PluginLoop } from './plugin-loop.js';

function portOf(given: string | undefined): number {
  if (given === undefined) return 0;
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port;
  throw new UsageError(
    `--port needs a number up to 65535, and not "${given}".`,
    `--port 应为不超过 65535 的数字，而不是“${given}”。`,
  );
}

/** The server that the options name, which somebody else runs. */
function otherServer(options: PluginOptions): DevServer {
  const { client, address } = connectionOf(options);
  return {
    client,
    url: address,
    signIn: null,
    ended: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}

async function ownServer(
  folder: string,
  options: PluginOptions,
  { streams, language, signal }: PluginCommandContext,
): Promise<DevServer> {
  const progress = new Progress(streams.err);
  progress.step(language === 'en' ? 'Starting Terrace' : '正在启动 Terrace');
  try {
    return await startDevServer(folder, portOf(textOf(options['port'])), signal);
  } finally {
    progress.clear();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** `terrace plugin dev` */
export const devCommand: PluginCommand = {
  name: 'dev',
  positional: '[folder]',
  description: {
    en: 'run Terrace with a plugin from its folder, and load it again with every save; a mistake is told, and the last good version goes on running',
    'zh-CN': '启动 Terrace 并从文件夹加载插件，保存后自动重新加载；有错误时给出提示，并继续运行之前的版本',
  },
  options: [
    [
      '--port <number>',
      { en: 'port of the server (default: a free one)', 'zh-CN': '服务器端口（默认任选空闲端口）' },
    ],
    [
      '--server <url>',
      {
        en: 'a server of this machine that runs already, with --token, in the place of one of its own',
        'zh-CN': '使用本机已运行的服务器（配合 --token），而不另行启动',
      },
    ],
    ...serverOptions.slice(1),
    [jsonOption[0], { en: 'write one JSON object per line', 'zh-CN': '每行写出一个 JSON 对象' }],
  ],
  example: 'terrace plugin dev hotel',
  async run(options, [given], context) {
    const folder = pluginFolderOf(given);
    const { language, streams, signal } = context;
    const reporter = new DevReporter(streams, language, folder, options['json'] === true);
    const server =
      options['server'] === undefined ? await ownServer(folder, options, context) : otherServer(options);
    let onFault: (error: unknown) => void = () => undefined;
    const fault = new Promise<never>((_, reject) => (onFault = reject));
    // It may come before it is waited for.
    fault.catch(() => undefined);
    const loop = new PluginLoop(server.client, folder, reporter, onFault);
    const watcher = new FolderWatcher(folder, (change) => loop.changed(change));
    try {
      await watcher.ready();
      reporter.tell({ type: 'ready', url: server.url, signIn: server.signIn });
      await loop.start();
      const end = await Promise.race([aborted(signal), server.ended.then(() => 'ended' as const), fault]);
      if (end === 'ended') throw new CommandFailure('The server ended unexpectedly.', '服务器意外停止。');
    } finally {
      await watcher.close();
      await loop.stop();
      await server.stop();
    }
    return 0;
  },
};
