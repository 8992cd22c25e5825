import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { Logo } from '../../layout/Logo';

interface AccessFrameProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** The frame of the pages before sign-in. */
export function AccessFrame({ title, text, children }: AccessFrameProps): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="access">
      <Flex justify="flex-end" className="access-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </Flex>
      <Card className="access-card">
        <Flex align="center" gap={12} className="access-brand">
          <Logo size={36} />
          <div>
            <div className="brand-name">Terrace</div>
            <Typography.Text type="secondary">{t('access.tagline')}</Typography.Text>
          </div>
        </Flex>
        <Typography.Title level={4}>{title}</Typography.Title>
        <Typography.Paragraph type="secondary">{text}</Typography.Paragraph>
        {children}
      </Card>
    </main>
  );
}
