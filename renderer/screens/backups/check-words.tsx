import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { LINE_NAMES, sheetSchema } from '../keys/sheet-schema.ts'
import { WordsFields } from './words-fields.tsx'

/** The words of the valid sheet, typed once: that the paper is there and can be read, and that backups are encrypted to it. */
export function CheckWords({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('backups')
  const check = useCall('backups.checkWords')
  const [number, setNumber] = useState<number | null>(null)
  const form = useContractForm(
    sheetSchema(t('words.wrong')),
    Object.fromEntries(LINE_NAMES.map((name) => [name, ''])),
  )
  const send = form.handleSubmit(async (typed) => {
    const answer = await check.run({ lines: LINE_NAMES.map((name) => typed[name] ?? '') })
    if (answer?.ok !== true) return
    setNumber(answer.value.number)
    form.reset()
  })
  return (
    <PanelForm
      title={t('words.title')}
      submit={{ label: t('words.check'), run: () => void send(), busy: check.busy }}
      leave={{ label: t('words.leave'), run: onLeave, unavailable: check.busy }}
      failure={check.failure}
    >
      <p>{t('words.what')}</p>
      {number !== null && <Note tone="ok">{t('words.fits', { number })}</Note>}
      <WordsFields control={form.control} names={LINE_NAMES} startHere />
    </PanelForm>
  )
}
