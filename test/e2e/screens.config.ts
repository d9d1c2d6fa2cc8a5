import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

// The pictures of every screen, taken one after the other so that each is the same on every run.
export default defineConfig({
  ...journeys,
  testDir: './screens',
  testIgnore: [],
  workers: 1,
  reporter: [['list']],
})
