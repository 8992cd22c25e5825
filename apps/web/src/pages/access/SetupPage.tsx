import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { rememberSession } from '../../api/useSession';
import { ProblemAlert } from '../../components/ProblemAlert';
import { AccessFrame } from './AccessFrame';

interface Fields {
  readonly code: string;
  readonly name: string;
  readonly password: string;
  readonly repeated: string;
}

export function SetupPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code } = useSearch({ from: '/setup' });
  const state = useCall('getSetup', {});
  const setUp = useAct('setUp', {
    onDone: (session) => {
      rememberSession(session);
      void navigate({ to: '/' });
    },
  });
  const required = { required: true, message: t('form.required') };
  if (state.data !== undefined && !state.data.isNeeded && !setUp.isSuccess)
    return (
      <AccessFrame title={t('setup.title')} text={t('setup.done')}>
        <Button type="primary" block onClick={() => void navigate({ to: '/sign-in', search: {} })}>
          {t('access.signIn')}
        </Button>
      </AccessFrame>
    );
  return (
    <AccessFrame title={t('setup.title')} text={t('setup.text')}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ code }}
        onFinish={({ code: given, name, password }) =>
          setUp.mutate({ body: { code: given.trim(), name: name.trim(), password } })
        }
      >
        <Form.Item name="code" label={t('setup.code')} extra={t('setup.codeHint')} rules={[required]}>
          <Input autoComplete="one-time-code" maxLength={200} data-testid="setup-code" />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('access.name')}
          rules={[required, { pattern: /^\s*[\p{L}\p{N}._@+-]{2,100}\s*$/u, message: t('setup.nameRule') }]}
        >
          <Input autoComplete="username" autoFocus maxLength={100} data-testid="setup-name" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('access.password')}
          rules={[required, { min: 10, message: t('setup.passwordRule') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} data-testid="setup-password" />
        </Form.Item>
        <Form.Item
          name="repeated"
          label={t('setup.repeat')}
          dependencies={['password']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === undefined || value === '' || value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('setup.different'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} data-testid="setup-repeat" />
        </Form.Item>
        {state.isError && (
          <Form.Item>
            <Alert type="error" showIcon title={t('problem.UNREACHABLE')} />
          </Form.Item>
        )}
        {setUp.isError && (
          <Form.Item>
            <ProblemAlert error={setUp.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={setUp.isPending} data-testid="setup-submit">
          {t('setup.submit')}
        </Button>
      </Form>
    </AccessFrame>
  );
}
