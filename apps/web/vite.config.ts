import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': 'http://localhost:4000' } },
  // The editor's layout engine and the chart library are loaded on demand and are large by nature.
  build: { chunkSizeWarningLimit: 1600, assetsInlineLimit: 0 },
});
