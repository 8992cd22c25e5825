import type { Check } from '../check.js';

const readme = /^readme(\.[a-z-]+)*\.md$/i;

export const readmePresent: Check = {
  id: 'readme-present',
  area: 'package',
  severity: 'warning',
  title: { en: 'There is a README', 'zh-CN': '有 README' },
  what: {
    en: 'The folder has a `README.md` with at least some sentences.',
    'zh-CN': '文件夹中有 `README.md`，内容不只是标题。',
  },
  why: {
    en: 'It is what people read who decide whether to use the plugin, and who have to keep it later.',
    'zh-CN': '决定是否使用插件的人、以后接手维护的人，首先看的就是它。',
  },
  fix: {
    en: 'Say for whom the plugin is, what it brings and where its numbers come from. `terrace plugin docs` writes the part about what it brings.',
    'zh-CN': '请说明插件适用于谁、提供什么、数值依据是什么。`terrace plugin docs` 可以生成“提供什么”的部分。',
  },
  wrong: 'plugin.json\nmodels/by-visits.json',
  right: 'README.md\nplugin.json\nmodels/by-visits.json',
  run(plugin) {
    if (plugin.manifest === null) return null;
    const names = plugin.entries.map(({ name }) => name).filter((name) => readme.test(name));
    const isWritten = names.some(
      (name) => (plugin.text(name) ?? '').replace(/^#.*$/gm, '').trim().length >= 40,
    );
    if (isWritten) return [];
    const [name] = names;
    return [
      {
        file: name ?? 'README.md',
        message:
          name === undefined
            ? { en: 'There is no README.md.', 'zh-CN': '没有 README.md。' }
            : { en: `${name} says nothing yet.`, 'zh-CN': `${name} 还没有内容。` },
      },
    ];
  },
};
