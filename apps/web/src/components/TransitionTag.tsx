import { ArrowDownOutlined, ArrowUpOutlined, LoginOutlined, LogoutOutlined } from '@ant-design/icons';
import type { Transition } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const looks: Record<Transition['kind'], { color: string; icon: ReactNode }> = {
  enter: { color: 'blue', icon: <LoginOutlined /> },
  leave: { color: 'default', icon: <LogoutOutlined /> },
  upgrade: { color: 'green', icon: <ArrowUpOutlined /> },
  downgrade: { color: 'orange', icon: <ArrowDownOutlined /> },
};

export function TransitionTag({ kind }: { readonly kind: Transition['kind'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Tag color={looks[kind].color} icon={looks[kind].icon}>
      {t(`transition.${kind}`)}
    </Tag>
  );
}
