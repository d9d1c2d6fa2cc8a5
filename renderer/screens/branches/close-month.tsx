import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { announce } from '../../feedback/announce.ts'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'

type CloseProps = { readonly businessDate: string; readonly lastDay: string; readonly onClosed: () => void }

/** Closes a month that has ended, once it is asked whether it is meant; nothing for who may not. */
export function CloseMonth({ businessDate, lastDay, onClosed }: CloseProps) {
  const { t } = useTranslation('branches')
  const mayClose = useMay('branches.closeMonth')
  const { run, busy, failure } = useCall('branches.closeMonth')
  if (!mayClose) return null
  const close = async () => {
    const answer = await run({ businessDate })
    if (answer?.ok !== true) return
    announce(t('month.done'))
    onClosed()
  }
  return (
    <div className={classes(layout.stack, layout.alignedTop)}>
      <Confirm
        label={t('month.action')}
        question={t('month.question', { date: formatDate(lastDay) })}
        cancelLabel={t('month.cancel')}
        busy={busy}
        onConfirm={() => void close()}
      />
      <FailureNote failure={failure} />
    </div>
  )
}
