import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatDate } from '../../i18n/dates.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { i18n } from '../../i18n/i18n.ts'
import { proposeNextDate } from './next-date.ts'

const schemaFor = (last: string | null) =>
  z.object({
    businessDate: z.iso.date().refine((date) => last === null || date > last, {
      error: () => i18n.t('branches:opening.notLater', { date: last === null ? '' : formatDate(last) }),
    }),
  })

/** Opens a day later than the `last` one; the most likely date is filled in. */
export function useOpenDay(last: string | null) {
  const { t } = useTranslation('branches')
  const { run, reset, busy, failure } = useCall('branches.openDay')
  const today = useBranchTime().today()
  const weekend = useSession().branch?.weekend ?? []
  const { date, from } = proposeNextDate(last, today, weekend)
  const form = useContractForm(schemaFor(last), { businessDate: date })
  const open = form.handleSubmit(async (values) => {
    const answer = await run(values)
    if (answer === null) return
    if (answer.ok) announce(t('justOpened'))
    else if (showFailure(form, answer.error, { BUSINESS_DATE_NOT_LATER: 'businessDate' })) reset()
  })
  useEffect(() => form.setFocus('businessDate'), [form])
  return { form, today, from, busy, failure, open: () => void open() }
}
