import { GlobalOutlined } from '@ant-design/icons';
import { languages, type Language } from '@terrace/model';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../store/preferences';

export function LanguageSwitch({ isCompact = false }: { readonly isCompact?: boolean }): ReactNode {
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferences();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [language],
        items: languages.map((key) => ({ key, label: t(`language.${key}`), lang: key })),
        onClick: ({ key }) => setLanguage(key as Language),
      }}
    >
      <Button
        type="text"
        icon={<GlobalOutlined />}
        aria-label={t('language.label')}
        data-testid="language-switch"
      >
        {isCompact ? null : t(`language.${language}`)}
      </Button>
    </Dropdown>
  );
}
