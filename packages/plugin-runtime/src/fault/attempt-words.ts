import type { Attempt } from '../protocol.js';
import type { Sentence } from './plugin-code-fault.js';

/** What an attempt was, as the end of "it …" and of “它…”; 《t》 is its target. */
const words: Readonly<Record<Attempt['kind'], Sentence>> = {
  connect: { en: 'opened a connection to 《t》', 'zh-CN': '连接了 《t》' },
  listen: { en: 'waited for connections on 《t》', 'zh-CN': '监听了 《t》' },
  lookup: { en: 'looked up the address of 《t》', 'zh-CN': '查询了 《t》 的地址' },
  datagram: { en: 'sent a datagram to 《t》', 'zh-CN': '向 《t》 发送了数据报' },
  fetch: {
    en: 'called 《t》, which its manifest does not name under permissions.network',
    'zh-CN': '访问了清单 permissions.network 中未列出的 《t》',
  },
  process: { en: 'started 《t》', 'zh-CN': '启动了其他进程（《t》）' },
  thread: { en: 'started 《t》', 'zh-CN': '启动了线程（《t》）' },
  debugger: { en: 'opened 《t》', 'zh-CN': '打开了调试接口（《t》）' },
  signal: { en: 'sent a signal to 《t》', 'zh-CN': '向其他进程发送了信号' },
  exit: { en: 'ended its process (《t》)', 'zh-CN': '终止了自己的进程（《t》）' },
  compile: { en: 'ran code made from 《t》', 'zh-CN': '执行了由文本生成的代码' },
  load: { en: 'loaded 《t》', 'zh-CN': '加载了 《t》' },
  read: { en: 'read 《t》', 'zh-CN': '读取了 《t》' },
  write: { en: 'wrote to 《t》', 'zh-CN': '写入了 《t》' },
  link: { en: 'made a link to 《t》', 'zh-CN': '创建了指向 《t》 的链接' },
  addon: { en: 'loaded native code (《t》)', 'zh-CN': '加载了本机代码（《t》）' },
  host: { en: 'changed its process (《t》)', 'zh-CN': '更改了进程设置（《t》）' },
};

const noText = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** An attempt in words: "opened a connection to 10.0.0.1:5432". What the child says is shown, not believed. */
export function attemptWords({ kind, target }: Attempt): Sentence {
  const found = Object.hasOwn(words, kind) ? words[kind] : words.host;
  const shown = target.replace(noText, '').slice(0, 200) || '?';
  const fill = (text: string): string => text.replace('《t》', () => shown);
  return { en: fill(found.en), 'zh-CN': fill(found['zh-CN']) };
}
