import { DeleteOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import type { CategoryMapNode } from '@terrace/model';
import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferenced } from '../store/editor-selectors';
import { yieldsValue } from '../store/node-value';
import { CategoryValues } from './category-map/CategoryValues';
import { useCategoriesOf } from './condition/useVariables';
import { Field } from '../components/Field';
import { NodeSelect } from './NodeSelect';
import { OutputInput } from './OutputInput';
import { useEditNode } from './useEditNode';

type Entry = CategoryMapNode['entries'][number];

export function CategoryMapForm({ node }: { readonly node: CategoryMapNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const input = useReferenced(node.input);
  const categoriesOf = useCategoriesOf();
  const known = input === undefined ? [] : (categoriesOf(input) ?? []);
  const used = new Set(node.entries.flatMap(({ values }) => values));
  const unused = known.filter((value) => !used.has(value));
  const { entries } = node;
  const setEntry = (index: number, entry: Entry, part: string): void =>
    edit({ entries: entries.map((each, i) => (i === index ? entry : each)) }, `entry/${index}/${part}`);
  const nextOutput = (): number | string => {
    const last = entries.at(-1)?.output;
    return typeof last === 'number' ? last + 1 : (last ?? 1);
  };
  return (
    <>
      <Field label={t('categoryMap.input')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.input}
            accepts={(each) => each.id !== node.id && yieldsValue(each)}
            onChange={(next) => next !== undefined && edit({ input: next }, 'input')}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t('categoryMap.entries')}</span>
        <table className="bands-table map-table">
          <thead>
            <tr>
              <th>{t('categoryMap.values')}</th>
              <th>{t('categoryMap.output')}</th>
              <th aria-label={t('form.remove')} />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              <tr key={index}>
                <td>
                  <CategoryValues
                    values={entry.values}
                    input={input}
                    choices={known}
                    taken={used}
                    label={t('categoryMap.valuesLabel', { number: index + 1 })}
                    onChange={(values) => setEntry(index, { ...entry, values }, 'values')}
                  />
                </td>
                <td>
                  <OutputInput
                    size="small"
                    value={entry.output}
                    label={t('categoryMap.outputLabel', { number: index + 1 })}
                    onChange={(output = '') => setEntry(index, { ...entry, output }, 'output')}
                  />
                </td>
                <td>
                  {entries.length > 1 && (
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t('categoryMap.remove', { number: index + 1 })}
                      onClick={() =>
                        edit({ entries: entries.filter((_, i) => i !== index) }, `remove/${entries.length}`)
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Flex gap={8} wrap>
          <Button
            size="small"
            icon={<PlusOutlined />}
            data-testid="add-entry"
            onClick={() =>
              edit(
                { entries: [...entries, { values: [unused[0] ?? ''], output: nextOutput() }] },
                `add/${entries.length}`,
              )
            }
          >
            {t('categoryMap.add')}
          </Button>
          {unused.length > 0 && (
            <Button
              size="small"
              icon={<ImportOutlined />}
              onClick={() =>
                edit(
                  {
                    entries: [
                      ...entries,
                      ...unused.map((value) => ({ values: [value], output: nextOutput() })),
                    ],
                  },
                  'fill',
                )
              }
            >
              {t('categoryMap.addUnused', { count: unused.length })}
            </Button>
          )}
        </Flex>
      </div>
      {(['otherwise', 'missing'] as const).map((part) => (
        <Field key={part} label={t(`categoryMap.${part}Long`)} hint={t('bands.missingHint')}>
          {(id) => (
            <OutputInput
              id={id}
              value={node[part]}
              placeholder={t('bands.noValue')}
              onChange={(value) => edit({ [part]: value }, part)}
            />
          )}
        </Field>
      ))}
    </>
  );
}
