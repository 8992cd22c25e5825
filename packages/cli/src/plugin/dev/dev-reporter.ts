import { localize, type Issue, type Language } from '@terrace/model';
import type { CheckResult } from '@terrace/plugin-sdk/conformance';
import type { Streams } from '../../output/streams.js';
import { issueLine } from '../check/check-lines.js';

/** What happens while a plugin is developed. */
export type DevEvent =
  | { readonly type: 'ready'; readonly url: string; readonly signIn: string | null }
  /** The plugin is in use as it is in its folder; `ms` from the last change of a file, null at the start. */
  | { readonly type: 'loaded'; readonly id: string; readonly version: string; readonly ms: number | null }
  /** It cannot be used as it is; what was in use before stays in use. */
  | { readonly type: 'refused'; readonly results: readonly CheckResult[]; readonly issues: readonly Issue[] }
  /** What the checks say of a plugin that is in use. */
  | { readonly type: 'checked'; readonly results: readonly CheckResult[] };

/** Findings that are listed at most at once: a terminal has some thirty lines. */
const mostLines = 12;

/** Tells what happens, in lines or as one JSON object per line. */
export class DevReporter {
  readonly #streams: Streams;
  readonly #language: Language;
  readonly #folder: string;
  readonly #isJson: boolean;

  constructor(streams: Streams, language: Language, folder: string, isJson: boolean) {
    this.#streams = streams;
    this.#language = language;
    this.#folder = folder;
    this.#isJson = isJson;
  }

  tell(event: DevEvent): void {
    const text = this.#isJson ? JSON.stringify(event) : this.#linesOf(event).join('\n');
    if (text !== '') this.#streams.out.write(`${text}\n`);
  }

  #linesOf(event: DevEvent): string[] {
    const isEnglish = this.#language === 'en';
    switch (event.type) {
      case 'ready':
        return [
          isEnglish ? `Terrace is ready at ${event.url}` : `Terrace 已就绪：${event.url}`,
          ...(event.signIn === null
            ? []
            : [
                isEnglish
                  ? `Open this address to be signed in; it holds once: ${event.signIn}`
                  : `打开以下地址即可登录（仅一次有效）：${event.signIn}`,
              ]),
          isEnglish
            ? 'Every save loads the plugin again. Ctrl-C ends.'
            : '保存文件后插件会自动重新加载。按 Ctrl-C 结束。',
        ];
      case 'loaded':
        if (event.ms === null)
          return [
            isEnglish ? `${event.id} ${event.version} is loaded.` : `${event.id} ${event.version} 已加载。`,
          ];
        return [
          isEnglish
            ? `${event.id} ${event.version} is loaded again, ${event.ms} ms after the change.`
            : `${event.id} ${event.version} 已重新加载，距文件改动 ${event.ms} 毫秒。`,
        ];
      case 'refused':
        return [
          ...this.#findings(event.results),
          ...event.issues.map(({ message }) => localize(message, this.#language)),
          isEnglish
            ? 'The plugin was not loaded; what was there before goes on running.'
            : '插件未加载，之前的版本继续运行。',
        ];
      case 'checked':
        return this.#findings(event.results);
    }
  }

  #findings(results: readonly CheckResult[]): string[] {
    const lines = results.flatMap(({ id, issues }) =>
      issues.map((issue) => issueLine(issue, id, this.#folder, this.#language)),
    );
    if (lines.length <= mostLines) return lines;
    const more = lines.length - mostLines;
    return [
      ...lines.slice(0, mostLines),
      this.#language === 'en'
        ? `… and ${more} more: terrace plugin check ${this.#folder}`
        : `……另有 ${more} 处：terrace plugin check ${this.#folder}`,
    ];
  }
}
