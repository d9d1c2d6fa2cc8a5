import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
// For all journeys of the run.
import '../support/in-memory.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Each journey has its own application and its own server, so two fit on two cores, whichever come next: a file whose tests share a
// window says so. A retry would hide a race.
export default defineConfig({
  testDir: '.',
  globalSetup: './support/prepared.ts',
  testMatch: '**/*.spec.ts',
  testIgnore: 'screens/**',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: `${root}test-results`,
  reporter: [['list'], ['json', { outputFile: `${root}.cache/e2e-results.json` }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
