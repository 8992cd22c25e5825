import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ScorecardNode } from '@terrace/model';
import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { withText } from '../../store/document-change';
import { normalised, type WeightSet } from '../../store/weights';
import { IdInput } from '../IdInput';
import { useReplaceNode } from '../useReplaceNode';

/** The named sets of weights of a scorecard, such as one for good and one for bad times. */
export function WeightSets({ node }: { readonly node: ScorecardNode }): ReactNode {
  const { t } = useTranslation();
  const replace = useReplaceNode();
  const sets = node.weightSets ?? [];
  const ids = sets.map(({ id }) => id);

  const setSets = (next: readonly WeightSet[], part: string): void => {
    const { weightSets: _, context, ...rest } = node;
    replace(
      {
        ...rest,
        ...(next.length === 0 ? {} : { weightSets: [...next] }),
        ...(context === undefined || next.length < 2 ? {} : { context }),
      },
      part,
    );
  };
  const setSet = (index: number, set: WeightSet, part: string): void =>
    setSets(
      sets.map((each, i) => (i === index ? set : each)),
      `set/${index}/${part}`,
    );
  const add = (): void => {
    const [first] = sets;
    let number = sets.length + 1;
    while (ids.includes(`set_${number}`)) number++;
    const isFirst = first === undefined;
    setSets(
      [
        ...sets,
        {
          id: isFirst ? 'normal' : `set_${number}`,
          name: isFirst
            ? { 'zh-CN': '常规', en: 'Normal' }
            : { 'zh-CN': `权重方案 ${number}`, en: `Weights ${number}` },
          weights: first?.weights ?? normalised(Object.fromEntries(node.items.map(({ id }) => [id, '0']))),
        },
      ],
      `set/add/${sets.length}`,
    );
  };

  return (
    <div className="field">
      <Checkbox
        checked={sets.length > 0}
        data-testid="weighted"
        onChange={({ target }) => (target.checked ? add() : setSets([], 'sets'))}
      >
        {t('scorecard.weighted')}
      </Checkbox>
      <div className="field-hint">
        {t(sets.length > 0 ? 'scorecard.weightedHint' : 'scorecard.plainHint')}
      </div>
      {sets.map((set, index) => (
        <div className="weight-set" key={index}>
          <IdInput
            value={set.id}
            taken={ids.filter((id) => id !== set.id)}
            label={t('scorecard.setId', { number: index + 1 })}
            onChange={(id) => setSet(index, { ...set, id }, 'id')}
          />
          {(['zh-CN', 'en'] as const).map((language) => (
            <Input
              key={language}
              size="small"
              lang={language}
              value={set.name[language] ?? ''}
              maxLength={200}
              aria-label={t(`inspector.in.${language}`, {
                label: t('scorecard.setName', { number: index + 1 }),
              })}
              placeholder={t(`inspector.in.${language}`, { label: t('inspector.name') })}
              onChange={({ target }) =>
                setSet(index, { ...set, name: withText(set.name, language, target.value) }, language)
              }
            />
          ))}
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('scorecard.removeSet', { number: index + 1 })}
            onClick={() =>
              setSets(
                sets.filter((_, i) => i !== index),
                `set/remove/${sets.length}`,
              )
            }
          />
        </div>
      ))}
      {sets.length > 0 && (
        <Button size="small" icon={<PlusOutlined />} data-testid="add-weight-set" onClick={add}>
          {t('scorecard.addSet')}
        </Button>
      )}
    </div>
  );
}
