import { useTranslation } from 'react-i18next'
import type { PaymentLine, PaymentPreview } from '../../../shared/contract/payments.ts'
import { fromLedger } from '../../../shared/money.ts'
import { Note } from '../../components/failure-note.tsx'
import { formatDate } from '../../i18n/dates.ts'

/** What has to be known before a file is taken: what is wrong with it, what is left out, what will be refused, who decides. */
export function PreviewNotes({ preview }: { readonly preview: PaymentPreview }) {
  const { t } = useTranslation('payments')
  if (preview.faults.length > 0) return <Faults faults={preview.faults} />
  const others = preview.lines.filter(isToAnother).length
  return (
    <>
      <Earlier earlier={preview.earlier} />
      {preview.payments === 0 && <Note tone="bad">{t('nothingRight')}</Note>}
      {preview.payments > 0 && preview.leftOut > 0 && (
        <Note tone="warn">{t('someLeftOut', { count: preview.leftOut })}</Note>
      )}
      {others > 0 && <Note tone="warn">{t('otherNames', { count: others })}</Note>}
      {isShort(preview) && <Note tone="warn">{t('short')}</Note>}
      {preview.exceeded !== null && <Note tone="info">{t('waitsFor')}</Note>}
    </>
  )
}

/** Whether a line is posted although it names somebody else than the holder of the account. */
const isToAnother = ({ problem, holder }: PaymentLine) => problem === null && holder !== null

const isShort = ({ available, total, fee, currency }: PaymentPreview) => {
  const minor = (text: string) => fromLedger(text, currency).minor
  return minor(total) + minor(fee) > minor(available)
}

function Faults({ faults }: Pick<PaymentPreview, 'faults'>) {
  const { t } = useTranslation('payments')
  return (
    <Note tone="bad">
      <p>
        <b>{t('faulty')}</b>
      </p>
      {faults.map(({ fault, text }) => (
        <p key={`${fault} ${text}`}>{t(`fault.${fault}`, { text })}</p>
      ))}
    </Note>
  )
}

function Earlier({ earlier }: Pick<PaymentPreview, 'earlier'>) {
  const { t } = useTranslation('payments')
  if (earlier === null) return null
  const { person, file, date } = earlier
  const facts = { person, file, date: formatDate(date) }
  return <Note tone="bad">{t(earlier.same === 'FILE' ? 'known' : 'knownMessage', facts)}</Note>
}
