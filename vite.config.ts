// Builds the renderer for both hosts. Output uses relative addresses so that the Electron shell and the local
// web host serve the same files; no inline script, so that the content security policy can stay strict.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    // One file read from the disk beside it: splitting would save nothing that a person can notice.
    chunkSizeWarningLimit: 1_000,
  },
});
