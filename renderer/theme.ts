// Mantine bound to our own tokens, so that its components and our plain elements share one tone. Sizes are
// small because the desk is dense; every control keeps at least 24 px of height (WCAG 2.5.8).
import { type CSSVariablesResolver, createTheme, Modal, Tooltip } from '@mantine/core';

const small = { defaultProps: { size: 'xs' } } as const;

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '12.5px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  colors: {
    accent: [
      '#eaf0fd',
      '#d5e0fa',
      '#b3c7f5',
      '#8aabff',
      '#6a90ee',
      '#4471dc',
      '#2a58c8',
      '#2450b8',
      '#1e439b',
      '#17367e',
    ],
  },
  components: {
    TextInput: small,
    Textarea: small,
    Select: small,
    Autocomplete: small,
    TagsInput: small,
    NumberInput: small,
    Checkbox: small,
    Radio: small,
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: small,
    Portal: { defaultProps: { target: '#floating' } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    // The page itself never scrolls, and locking it would style the whole page anew with every dialog.
    Modal: Modal.extend({
      defaultProps: { centered: true, lockScroll: false, overlayProps: { backgroundOpacity: 0.35 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--pane)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-default': 'var(--pane)',
  '--mantine-color-default-hover': 'var(--raise)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-line-height': '1.5',
};

export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
