// The icons of the app, drawn on a 16 px grid as strokes of the text's own colour. They always stand beside a
// word or a labelled control, so they are hidden from screen readers.
import type { ReactNode } from 'react';

interface IconProps {
  size?: number;
}

function Icon({ size = 16, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const ListIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 3.5h12M2 8h12M2 12.5h8" />
  </Icon>
);
export const GridIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 2.5h12v11H2zM2 6h12M6 6v7.5M10 6v7.5" />
  </Icon>
);
export const ReviewIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 4.5 3.5 6 6 3M2 10.5 3.5 12 6 9M8.5 4.5H14M8.5 11H14" />
  </Icon>
);
export const ExportIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 10V2M5 4.8 8 2l3 2.8M2.5 9.5v4h11v-4" />
  </Icon>
);
export const LibraryIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 2.5v11M5.5 2.5v11M8.5 2.5l4 10.7M8.5 13.5v-11" />
  </Icon>
);
export const PolicyIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.8 8h4.4M5.8 10.8h4.4" />
  </Icon>
);
export const ActivityIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 4.5V8l2.5 1.6M2.2 8a5.8 5.8 0 1 0 1.9-4.3M2 2.6v2.6h2.6" />
  </Icon>
);
export const SettingsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
    <circle cx="10" cy="4.5" r="1.9" />
    <circle cx="6" cy="11.5" r="1.9" />
  </Icon>
);
export const ShieldIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 1.8 13 3.6v4c0 3-2 5.3-5 6.6-3-1.3-5-3.6-5-6.6v-4zM5.8 8l1.6 1.6 2.9-3" />
  </Icon>
);
export const FileIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3" />
  </Icon>
);
export const CloseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);
export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3.5 3.5" />
  </Icon>
);
export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />
  </Icon>
);
export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m3 8.5 3.2 3.2L13 5" />
  </Icon>
);
export const WarnIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 2.2 14.2 13.4H1.8ZM8 6.4v3.2M8 11.6v.2" />
  </Icon>
);
export const InfoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.4v3.4M8 5v.2" />
  </Icon>
);
export const UndoIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6" />
  </Icon>
);
export const RedoIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10" />
  </Icon>
);
export const DownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 2.5v8M4.8 7.6 8 10.8l3.2-3.2M2.5 13.5h11" />
  </Icon>
);
