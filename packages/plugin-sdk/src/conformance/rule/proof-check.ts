import { valuesWords, type FindingKind } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { eachDocument } from '../template/each-template.js';

/** A check that the proof of rules makes: everything but how it runs. */
export type ProofCheck = Omit<Check, 'area' | 'run'> & { readonly kind: FindingKind };

/** Makes the check of one kind of findings. What is meant as it is (a note, for the proof) does not count. */
export function proofCheck({ kind, ...check }: ProofCheck): Check {
  return {
    ...check,
    area: 'rule',
    run: eachDocument((document, each) =>
      each
        .proof(document)
        .findings.filter((finding) => finding.kind === kind && finding.severity !== 'info')
        .map(({ message, witnesses, nodes, repair }): Found => {
          const at = document.nodes.findIndex(({ id }) => nodes.includes(id));
          const [witness] = witnesses;
          const example = (language: 'en' | 'zh-CN'): string =>
            witness === undefined
              ? ''
              : language === 'en'
                ? ` For example: ${valuesWords(document, witness.values, 'en')}.`
                : `例如：${valuesWords(document, witness.values, 'zh-CN')}。`;
          return {
            file: each.template.file,
            path: at === -1 ? [] : each.filePath(document, ['nodes', at]),
            message: {
              en: `${message.en}${example('en')}`,
              'zh-CN': `${message['zh-CN']}${example('zh-CN')}`,
            },
            ...(repair === null ? {} : { fix: repair.words }),
          };
        }),
    ),
  };
}
