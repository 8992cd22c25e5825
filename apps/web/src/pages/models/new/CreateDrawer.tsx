import { Button, Drawer, Flex, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/ProblemAlert';
import type { useCreateModel } from './useCreateModel';

interface CreateDrawerProps<F> {
  readonly title: string;
  /** What is said above the form. */
  readonly about?: ReactNode;
  /** The call that `onFinish` makes. */
  readonly create: ReturnType<typeof useCreateModel>;
  /** The items of the form. */
  readonly children: ReactNode;
  onFinish(fields: F): void;
  onClose(): void;
}

/** The frame of every way to a new model: a form beside the gallery, the button that makes the model, and why it was refused. */
export function CreateDrawer<F>(props: CreateDrawerProps<F>): ReactNode {
  const { title, about, create, children, onFinish, onClose } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<F>();
  return (
    <Drawer
      open
      size="min(520px, 94vw)"
      title={title}
      onClose={onClose}
      footer={
        <Flex justify="flex-end" gap={8}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            type="primary"
            loading={create.isPending}
            data-testid="create-confirm"
            onClick={() => form.submit()}
          >
            {t('gallery.make')}
          </Button>
        </Flex>
      }
    >
      {about}
      <Form<F> form={form} layout="vertical" disabled={create.isPending} onFinish={onFinish}>
        {children}
        <ProblemAlert error={create.error} />
      </Form>
    </Drawer>
  );
}
