import { ApiError, createClient, type Client } from '@terrace/client';
import { UsageError } from '../../usage-error.js';
import { textOf, type PluginOption, type PluginOptions } from '../plugin-command.js';

/** Where `npm start` listens. */
const usualServer = 'http://127.0.0.1:4000';

/** `--server` and `--token`, in the same words everywhere. */
export const serverOptions: readonly PluginOption[] = [
  [
    '--server <url>',
    { en: `address of the server (default: ${usualServer})`, 'zh-CN': `服务器地址（默认 ${usualServer}）` },
  ],
  [
    '--token <token>',
    {
      en: 'API token of an administrator; better in TERRACE_TOKEN, where other users of the machine cannot see it',
      'zh-CN': '管理员的 API 令牌；建议放在 TERRACE_TOKEN 中，以免被同机其他用户看到',
    },
  ],
];

function addressOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:'))
    return url.href.replace(/\/+$/, '');
  throw new UsageError(
    `--server needs an address such as ${usualServer}, and not "${given}".`,
    `--server 应为 ${usualServer} 这样的地址，而不是“${given}”。`,
  );
}

/** Says with which server it does not work. */
function aboutServer(error: unknown, address: string): unknown {
  if (!(error instanceof ApiError)) return error;
  const { code, status } = error.problem;
  if (code === 'UNREACHABLE')
    return new UsageError(
      `The server at ${address} cannot be reached; is it running?`,
      `无法连接服务器 ${address}，请确认它已启动。`,
      { cause: error },
    );
  if (status === 401)
    return new UsageError(
      `The server at ${address} does not know this token; make one on the page Settings.`,
      `服务器 ${address} 不认可该令牌，请在“设置”页面新建。`,
      { cause: error },
    );
  if (status === 403)
    return new UsageError('This needs the token of an administrator.', '此操作需要管理员的令牌。', {
      cause: error,
    });
  return error;
}

/** A client for the server that the options name, and its address. @throws UsageError */
export function connectionOf(options: PluginOptions): { readonly client: Client; readonly address: string } {
  const address = addressOf(textOf(options['server']) ?? usualServer);
  const token = textOf(options['token']) ?? process.env['TERRACE_TOKEN'];
  if (token === undefined || token === '')
    throw new UsageError(
      'A token is missing: set TERRACE_TOKEN, or give --token. Administrators make tokens on the page Settings.',
      '缺少令牌：请设置 TERRACE_TOKEN 或使用 --token。管理员可在“设置”页面新建令牌。',
    );
  const { call } = createClient({ baseUrl: address, token });
  const client: Client = {
    call: async (name, ...input) => {
      try {
        return await call(name, ...input);
      } catch (error) {
        throw aboutServer(error, address);
      }
    },
  };
  return { client, address };
}
