import { defineConfig } from 'vite';

// The program itself (server and command line) as one file; packages stay in node_modules.
export default defineConfig({
  build: {
    ssr: 'src/cli/heli.ts',
    outDir: 'dist/program',
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'heli.js' } },
  },
});
