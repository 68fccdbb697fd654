// A button that opens the file dialog. The input is made for the moment, so nothing hidden sits in the page.
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export function chooseFiles(accept: string, many: boolean): Promise<File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = many;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

export const questionnaireFiles = '.xlsx,.xlsm,.csv,.tsv,.docx,.pdf';
export const policyFiles = '.md,.markdown,.txt,.docx,.pdf,.xlsx,.csv';

export function ChooseFile(props: {
  children: ReactNode;
  accept: string;
  many?: boolean;
  primary?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const { children, accept, many = false, primary, onFiles } = props;
  return (
    <Button
      kind={primary ? 'primary' : undefined}
      onClick={async () => {
        const files = await chooseFiles(accept, many);
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
    </Button>
  );
}
