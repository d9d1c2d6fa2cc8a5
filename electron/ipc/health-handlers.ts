import { makeSupportBundle } from '../services/health/make-support-bundle.ts'
import { readHealth } from '../services/health/read-health.ts'
import type { Handlers } from '../workplace.ts'

/** The calls about the health of the bank's machines, and the use case that answers each. */
export const healthHandlers = {
  'health.read': readHealth,
  'health.support': makeSupportBundle,
} satisfies Partial<Handlers>
