// Bundles the desktop shell: Electron starts JavaScript, not TypeScript. Main process and worker threads become
// ES modules that keep their npm packages outside; the sandboxed preload must be one CommonJS file.
// Run as `vite build --config vite.electron.config.ts --mode main`, then `--mode preload`.
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const builtins = [...builtinModules, ...builtinModules.map(name => `node:${name}`)];

export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  return {
    publicDir: false,
    ssr: { noExternal: preload ? true : [] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist/electron',
      emptyOutDir: !preload,
      minify: false,
      rollupOptions: {
        input: preload
          ? { preload: 'electron/preload.ts' }
          : {
              main: 'electron/main.ts',
              'engine-worker': 'workspace/engine/engine-worker.ts',
              'file-worker': 'workspace/engine/file-worker.ts',
            },
        external: preload ? ['electron'] : ['electron', ...builtins, /^[^./\0]/],
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
});
