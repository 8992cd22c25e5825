import type { LocalizedText } from '@terrace/model';

/** What the two name inputs of a dialog hold. */
export interface NameFields {
  readonly zh?: string;
  readonly en?: string;
}

export const hasName = ({ zh, en }: NameFields): boolean => Boolean(zh?.trim() || en?.trim());

/** The names that were filled in, as a localized text. */
export const nameOf = ({ zh, en }: NameFields): LocalizedText => ({
  ...(zh?.trim() ? { 'zh-CN': zh.trim() } : {}),
  ...(en?.trim() ? { en: en.trim() } : {}),
});

export const idPattern = /^[a-z][a-z0-9_]{0,40}$/;
