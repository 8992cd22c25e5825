import { isWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import { inSequence, type SayContext } from '../say-context.js';
import { isCalibrated } from './bands-cuts.js';
import type { BandsNode } from './bands-node.js';
import { bandWords } from './explain-bands.js';

/** "days since last order below 115: score 5; …" */
export function sayBands(node: BandsNode, context: SayContext): string {
  const { language } = context;
  const name = context.nameOf(node.input);
  const isEnglish = language === 'en';
  const bands = isCalibrated(node)
    ? node.outputs.map((output, index) => {
        const words = outputWords(output, language);
        const band = bandWords(node, index, language, context.unitOf(node.input));
        const range = index === 0 ? isWords(name, band, language) : band;
        return isEnglish ? `${range}: ${words}` : `${range}，${words}`;
      })
    : [
        isEnglish
          ? `the cut points of ${name} are calculated by the next run, ${node.outputs.length} bands`
          : `${name}的分界点由下一次试算校准，共 ${node.outputs.length} 档`,
      ];
  const missing =
    node.missing === undefined
      ? []
      : [`${isEnglish ? 'missing: ' : '缺失时'}${outputWords(node.missing, language)}`];
  return inSequence([...bands, ...missing], language);
}
