import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'

export const intentCases = {
  'intents.exportSlip': {
    INTENT_NOT_FOUND: ({ as }) => as('teller').ask('intents.exportSlip', { key: randomUUID() }),
  },
} satisfies Partial<Cases>
