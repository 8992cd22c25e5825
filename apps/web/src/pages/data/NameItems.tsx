import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasName, idPattern } from './name-rules';

/** Id and names in a dialog's form. */
export function NameItems(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="id"
        label={t('form.id')}
        extra={t('form.idRule')}
        rules={[
          { required: true, message: t('form.required') },
          { pattern: idPattern, message: t('form.idRule') },
        ]}
      >
        <Input className="code" maxLength={41} data-testid="new-id" />
      </Form.Item>
      <Form.Item
        name="zh"
        label={t('form.nameZh')}
        dependencies={['en']}
        rules={[
          ({ getFieldsValue }) => ({
            validator: () =>
              hasName(getFieldsValue(['zh', 'en']) as { zh?: string; en?: string })
                ? Promise.resolve()
                : Promise.reject(new Error(t('form.nameRule'))),
          }),
        ]}
      >
        <Input maxLength={200} lang="zh-CN" data-testid="new-name-zh-CN" />
      </Form.Item>
      <Form.Item name="en" label={t('form.nameEn')}>
        <Input maxLength={200} lang="en" data-testid="new-name-en" />
      </Form.Item>
    </>
  );
}
