import type { Attempt } from '../protocol.js';
import { attemptWords } from './attempt-words.js';
import type { PluginFaultCode } from './fault-code.js';
import { PluginCodeFault, type Contribution, type Sentence } from './plugin-code-fault.js';

const contributionWords = { dimension: ['dimension', '维度'], action: ['action', '动作'] } as const;

/** What code was doing when it failed. */
export interface Work {
  readonly contribution: Contribution | null;
  /** Subjects of a batch; null for what has none. */
  readonly subjectCount: number | null;
}

const english = new Intl.NumberFormat('en-US');

/** Milliseconds as people say them: 2 s, 0.25 s. */
const seconds = (ms: number): string => String(Math.round(ms / 10) / 100);

/** Makes the faults of one plugin, in words. */
export class FaultMaker {
  readonly #pluginId: string;

  constructor(pluginId: string) {
    this.#pluginId = pluginId;
  }

  timeout(work: Work, limitMs: number): PluginCodeFault {
    const { contribution, subjectCount } = work;
    const [en, zh] =
      contribution === null
        ? [' to load', '加载']
        : subjectCount === null
          ? ['', '运行']
          : [
              ` for ${english.format(subjectCount)} ${subjectCount === 1 ? 'subject' : 'subjects'}`,
              `计算 ${subjectCount} 个对象`,
            ];
    const limit = seconds(limitMs);
    return this.#fault(
      'TIMEOUT',
      work,
      `took longer than ${limit} s${en} and was stopped.`,
      `${zh}超过 ${limit} 秒，已被终止。`,
    );
  }

  /** Its process did not come to the point where the plugin has a part in it. */
  notStarted(limitMs: number): PluginCodeFault {
    return this.#fault(
      'BUSY',
      { contribution: null, subjectCount: null },
      `could not be started within ${seconds(limitMs)} s; try again when the machine is less busy.`,
      `未能在 ${seconds(limitMs)} 秒内启动，请在系统不太繁忙时重试。`,
    );
  }

  memory(work: Work, memoryMb: number): PluginCodeFault {
    return this.#fault(
      'MEMORY',
      work,
      `needed more than its ${english.format(memoryMb)} MB of memory and was stopped.`,
      `使用的内存超过了 ${memoryMb} MB 的上限，已被终止。`,
    );
  }

  /** @param what - "answer" or "log" */
  tooLarge(work: Work, what: 'answer' | 'log' | 'storage', limitBytes: number): PluginCodeFault {
    const limit = `${Math.round(limitBytes / 1024)} KB`;
    const [en, zh] = {
      answer: [`gave an answer larger than ${limit}`, `返回的结果超过了 ${limit} 的上限`],
      log: [`wrote more than ${limit} to its log in one call`, `单次调用写入的日志超过了 ${limit} 的上限`],
      storage: [`keeps more than ${limit} in its folder`, `在存储文件夹中保存的内容超过了 ${limit} 的上限`],
    }[what];
    return this.#fault('TOO_LARGE', work, `${en} and was stopped.`, `${zh}，已被终止。`);
  }

  wrongAnswer(work: Work, reason: Sentence): PluginCodeFault {
    return this.#fault('WRONG_ANSWER', work, `${reason.en}.`, `${reason['zh-CN']}。`);
  }

  permission(work: Work, attempt: Attempt): PluginCodeFault {
    const { en, 'zh-CN': zh } = attemptWords(attempt);
    return this.#fault(
      'PERMISSION',
      work,
      `${en}; it has no permission for that, and was stopped.`,
      `在没有权限的情况下${zh}，已被终止。`,
    );
  }

  crash(work: Work, how: string): PluginCodeFault {
    return this.#fault('CRASH', work, `ended its process (${how}).`, `的进程意外终止（${how}）。`);
  }

  threw(work: Work, message: string): PluginCodeFault {
    return this.#fault('THREW', work, `failed: ${message}`, `执行出错：${message}`);
  }

  loadFailed(reason: Sentence): PluginCodeFault {
    return this.#fault(
      'LOAD_FAILED',
      { contribution: null, subjectCount: null },
      `cannot be loaded: ${reason.en}`,
      `无法加载：${reason['zh-CN']}`,
    );
  }

  busy(work: Work): PluginCodeFault {
    return this.#fault(
      'BUSY',
      work,
      'has too many calls waiting; try again later.',
      '等待处理的调用过多，请稍后重试。',
    );
  }

  stopped(work: Work): PluginCodeFault {
    return this.#fault(
      'STOPPED',
      work,
      'was stopped by Terrace before it answered.',
      '在返回结果前被 Terrace 停止。',
    );
  }

  #fault(code: PluginFaultCode, { contribution }: Work, en: string, zh: string): PluginCodeFault {
    const id = this.#pluginId;
    const subject: Sentence =
      contribution === null
        ? { en: `The code of the plugin "${id}"`, 'zh-CN': `插件“${id}”的代码` }
        : {
            en: `The ${contributionWords[contribution.kind][0]} "${contribution.id}" of the plugin "${id}"`,
            'zh-CN': `插件“${id}”的${contributionWords[contribution.kind][1]}“${contribution.id}”`,
          };
    return new PluginCodeFault(code, id, contribution, {
      en: `${subject.en} ${en}`,
      'zh-CN': `${subject['zh-CN']}${zh}`,
    });
  }
}
