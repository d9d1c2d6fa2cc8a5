import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { newCashRules } from '../support/limits.ts'
import { raisedAlert } from '../support/presenters.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const propose = (workplace: TestWorkplace, changes: Partial<CallInput<'watch.proposeRules'>>) =>
  workplace.as('admin').ask('watch.proposeRules', newCashRules(changes))

const decide = async (workplace: TestWorkplace, changes: Partial<CallInput<'watch.decideAlert'>>) => {
  const { id, version } = await raisedAlert(workplace)
  return workplace.ask('watch.decideAlert', {
    alertId: id,
    version,
    report: false,
    reason: 'A sold car, with its contract',
    ...changes,
  })
}

export const watchCases = {
  'watch.proposeRules': {
    AMOUNT_NOT_A_NUMBER: (workplace) => propose(workplace, { identifyAbove: '1 dollar' }),
    AMOUNT_NEGATIVE: (workplace) => propose(workplace, { reportAbove: '-1' }),
    AMOUNT_TOO_PRECISE: (workplace) => propose(workplace, { reportAbove: '0.001' }),
    AMOUNT_TOO_LARGE: (workplace) => propose(workplace, { identifyAbove: '10000000000000' }),
    CURRENCY_NOT_SUPPORTED: (workplace) => propose(workplace, { currency: 'KWD' }), // three decimals
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      await propose(workplace, { key })
      return propose(workplace, { key, sumShare: 7 })
    },
    LIMIT_DATES: (workplace) => propose(workplace, { validFrom: '2020-01-01' }),
    LIMIT_UNCHANGED: (workplace) =>
      propose(workplace, {
        currency: 'EUR',
        identifyAbove: '3000',
        reportAbove: '10000',
        windowDays: 7,
        leastPostings: 2,
        sumShare: 100,
      }),
    LIMIT_WAITS: async (workplace) => {
      await propose(workplace, { currency: 'CHF' })
      return propose(workplace, { currency: 'CHF', sumShare: 7 })
    },
  },
  'watch.readAlert': {
    ALERT_NOT_FOUND: ({ as }) => as('auditor').ask('watch.readAlert', { alertId: randomUUID() }),
  },
  'watch.decideAlert': {
    ALERT_NOT_FOUND: (workplace) => decide(workplace, { alertId: randomUUID() }),
    ALREADY_DECIDED: async (workplace) => {
      const { id: alertId, version } = await raisedAlert(workplace)
      await workplace.call('watch.decideAlert', { alertId, version, report: true, reason: null })
      return workplace.ask('watch.decideAlert', { alertId, version, report: false, reason: 'No' })
    },
    CHANGED_MEANWHILE: (workplace) => decide(workplace, { version: '0'.repeat(64) }),
    REASON_MISSING: (workplace) => decide(workplace, { reason: null }),
  },
  'watch.exportReport': {
    ALERT_NOT_FOUND: ({ as }) =>
      as('auditor').ask('watch.exportReport', { alertId: randomUUID(), format: 'PDF' }),
  },
} satisfies Partial<Cases>
