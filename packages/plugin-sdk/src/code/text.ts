/**
 * A text that people read: in both languages, or the key of a text in the plugin's locale files, as `"%steadiness.name%"`.
 * @since 0.1.0
 */
export type CodeText = { readonly en: string; readonly 'zh-CN': string } | `%${string}%`;
