import type { ApiError } from '@terrace/client';
import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert';

interface FormModalProps<F> {
  readonly isOpen: boolean;
  readonly title: string;
  readonly okText: string;
  readonly isPending: boolean;
  readonly error: ApiError | null;
  readonly initialValues?: Partial<F>;
  /** The form's items. */
  readonly children: ReactNode;
  onSubmit(values: F): void;
  onClose(): void;
}

/** A form in a modal; it starts anew each time it is opened. */
export function FormModal<F extends object>(props: FormModalProps<F>): ReactNode {
  const [form] = Form.useForm<F>();
  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      okText={props.okText}
      okButtonProps={{ 'data-testid': 'form-submit' }}
      confirmLoading={props.isPending}
      destroyOnHidden
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form<F>
        form={form}
        layout="vertical"
        preserve={false}
        {...(props.initialValues === undefined ? {} : { initialValues: props.initialValues })}
        onFinish={props.onSubmit}
      >
        {props.children}
        <ProblemAlert error={props.error} />
      </Form>
    </Modal>
  );
}
