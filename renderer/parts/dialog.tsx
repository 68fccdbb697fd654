// A small question to the person: one modal, a form that Enter confirms and Escape leaves.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export function Dialog(props: {
  title: string;
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  size?: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, confirm, danger, disabled, size, onConfirm, onClose, children } = props;
  return (
    <Modal
      opened
      title={title}
      onClose={onClose}
      size={size ?? 'md'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (!disabled) onConfirm();
        }}
      >
        {children}
        <div className="line">
          <Button className="push" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" kind={danger ? 'danger' : 'primary'} disabled={disabled}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
