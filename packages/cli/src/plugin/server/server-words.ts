import type { AffectedModel, Plugin, PluginSignature } from '@terrace/client';
import { localize, type Issue, type Language } from '@terrace/model';

const states: Readonly<Record<Plugin['state'], Readonly<Record<Language, string>>>> = {
  enabled: { en: 'enabled', 'zh-CN': '已启用' },
  disabled: { en: 'disabled', 'zh-CN': '已停用' },
  quarantined: { en: 'quarantined', 'zh-CN': '已隔离' },
  faulty: { en: 'faulty', 'zh-CN': '有故障' },
  available: { en: 'available', 'zh-CN': '可安装' },
};

const signatures: Readonly<Record<PluginSignature['state'], Readonly<Record<Language, string>>>> = {
  bundled: { en: 'came with Terrace', 'zh-CN': '随 Terrace 提供' },
  trusted: { en: 'signed by', 'zh-CN': '签名：' },
  untrusted: { en: 'signed by a key that is not trusted', 'zh-CN': '签名密钥不受信任' },
  unsigned: { en: 'not signed', 'zh-CN': '未签名' },
};

/** What a plugin's state is called. */
export function stateWord(state: Plugin['state'], language: Language): string {
  return states[state][language];
}

/** Whose plugin it is. */
export function signatureWords({ state, signer }: PluginSignature, language: Language): string {
  const word = signatures[state][language];
  if (state !== 'trusted') return word;
  return language === 'en' ? `${word} ${signer ?? ''}` : `${word}${signer ?? ''}`;
}

/** Models and what becomes of them. */
export function modelLines(models: readonly AffectedModel[], language: Language): string[] {
  return models.map(({ name, effect, uses }) => {
    const title = localize(name, language);
    if (effect === 'continues')
      return language === 'en' ? `  “${title}” goes on running` : `  “${title}”继续运行`;
    const used = uses.join(language === 'en' ? ', ' : '、');
    return language === 'en'
      ? `  “${title}” can no longer run: it uses ${used}`
      : `  “${title}”将无法运行：使用了 ${used}`;
  });
}

/** Issues, a line each. */
export function problemLines(issues: readonly Issue[], language: Language): string[] {
  return issues.map(({ message }) => `  ${localize(message, language)}`);
}
