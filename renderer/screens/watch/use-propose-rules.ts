import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { amountText, isoDate } from '../../../shared/contract/fields.ts'
import type { CashRules } from '../../../shared/contract/watch.ts'
import { fromLedger, toDecimal } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { readTypedNotNegative, showMoney } from '../../i18n/amounts.ts'

const whole = (least: number, most: number) =>
  z.string().refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most)

const schema = z.object({
  identifyAbove: amountText.min(1),
  reportAbove: amountText.min(1),
  windowDays: whole(1, 366),
  leastPostings: whole(2, 1000),
  sumShare: whole(1, 1000),
  validFrom: isoDate,
})

/** Proposes other rules of the same currency, under one key. */
export function useProposeRules(rules: CashRules, today: string) {
  const { t } = useTranslation('limits')
  const { serverConnected } = useSession()
  const { currency } = rules
  const propose = useCall('watch.proposeRules')
  const [key] = useState(() => crypto.randomUUID())
  const [proposed, setProposed] = useState(false)
  const shown = (text: string) => showMoney(fromLedger(text, currency))
  const form = useContractForm(schema, {
    identifyAbove: shown(rules.identifyAbove),
    reportAbove: shown(rules.reportAbove),
    windowDays: String(rules.windowDays),
    leastPostings: String(rules.leastPostings),
    sumShare: String(rules.sumShare),
    validFrom: today,
  })
  const save = form.handleSubmit(async (typed) => {
    const amounts = { identifyAbove: '', reportAbove: '' }
    for (const name of ['identifyAbove', 'reportAbove'] as const) {
      const read = readTypedNotNegative(typed[name], currency)
      if (!read.ok) {
        showFailure(form, read.error, { [read.error.code]: name })
        return
      }
      amounts[name] = toDecimal(read.value)
    }
    const answer = await propose.run({
      key,
      currency,
      ...amounts,
      windowDays: Number(typed.windowDays),
      leastPostings: Number(typed.leastPostings),
      sumShare: Number(typed.sumShare),
      validFrom: typed.validFrom,
    })
    if (answer === null || !answer.ok) return
    announce(t('proposed'))
    setProposed(true)
  })
  const submit = {
    label: t('send'),
    run: () => void save(),
    busy: propose.busy,
    unavailable: !serverConnected || proposed,
  }
  return { control: form.control, submit, failure: propose.failure, proposed }
}
