import type { Check } from '../check.js';
import { chinesePunctuation } from './chinese-punctuation.js';
import { chineseTexts } from './chinese-texts.js';
import { englishTexts } from './english-texts.js';
import { localeFiles } from './locale-files.js';
import { localeKeysEqual } from './locale-keys-equal.js';
import { localeKeysResolved } from './locale-keys-resolved.js';
import { localeKeysUsed } from './locale-keys-used.js';
import { textsComplete } from './texts-complete.js';
import { textsTidy } from './texts-tidy.js';

/** Checks of the texts people read. */
export const textChecks: readonly Check[] = [
  textsComplete,
  chineseTexts,
  englishTexts,
  chinesePunctuation,
  textsTidy,
  localeFiles,
  localeKeysEqual,
  localeKeysResolved,
  localeKeysUsed,
];
