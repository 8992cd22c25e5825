import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client';
import { useAct } from '../api/useAct';
import { useSession } from '../api/useSession';

export function AccountMenu({ isCompact }: { readonly isCompact: boolean }): ReactNode {
  const { t } = useTranslation();
  const { session } = useSession();
  const navigate = useNavigate();
  const signOut = useAct('signOut', {
    onDone: () => {
      void navigate({ to: '/sign-in' }).then(() => queryClient.clear());
    },
  });
  if (session === undefined) return null;
  const { name, role } = session.user;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: `${name} · ${t(`role.${role}`)}`, disabled: true },
          { key: 'out', icon: <LogoutOutlined />, label: t('access.signOut') },
        ],
        onClick: ({ key }) => key === 'out' && signOut.mutate({}),
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        className="account"
        aria-label={t('access.account', { name })}
        data-testid="account-menu"
      >
        {isCompact ? null : <span className="account-name">{name}</span>}
      </Button>
    </Dropdown>
  );
}
