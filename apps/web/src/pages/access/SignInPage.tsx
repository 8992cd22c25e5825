import { useRouter, useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSignedOut } from '../../api/client';
import { useAct } from '../../api/useAct';
import { rememberSession } from '../../api/useSession';
import { ProblemAlert } from '../../components/ProblemAlert';
import { AccessFrame } from './AccessFrame';

interface Fields {
  readonly name: string;
  readonly password: string;
}

export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const { redirect } = useSearch({ from: '/sign-in' });
  const signIn = useAct('signIn', {
    onDone: (session) => {
      rememberSession(session);
      router.history.push(redirect ?? '/');
    },
  });
  const required = [{ required: true, message: t('form.required') }];
  return (
    <AccessFrame title={t('access.signIn')} text={t('access.signInText')}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => signIn.mutate({ body: { name: body.name.trim(), password: body.password } })}
      >
        {redirect !== undefined && !signIn.isError && (
          <Form.Item>
            <Alert type="info" showIcon title={t('access.needed')} />
          </Form.Item>
        )}
        <Form.Item name="name" label={t('access.name')} rules={required}>
          <Input autoComplete="username" autoFocus maxLength={100} data-testid="sign-in-name" />
        </Form.Item>
        <Form.Item name="password" label={t('access.password')} rules={required}>
          <Input.Password autoComplete="current-password" maxLength={200} data-testid="sign-in-password" />
        </Form.Item>
        {signIn.isError && (
          <Form.Item>
            {isSignedOut(signIn.error) ? (
              <Alert type="error" showIcon role="alert" title={t('access.wrong')} />
            ) : (
              <ProblemAlert error={signIn.error} />
            )}
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending} data-testid="sign-in">
          {t('access.signIn')}
        </Button>
      </Form>
    </AccessFrame>
  );
}
