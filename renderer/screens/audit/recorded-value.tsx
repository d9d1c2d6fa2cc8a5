import { useTranslation } from 'react-i18next'
import { readable, type ReadContext } from './readable.ts'
import typography from '../../theme/typography.module.css'

type Props = { readonly field: string; readonly value: unknown; readonly context: ReadContext }

/** One value of the log, drawn by what it is: an amount, an id, a word. */
export function RecordedValue({ field, value, context }: Props) {
  const { t } = useTranslation('audit')
  const read = readable(field, value, context)
  if (read.kind === 'empty') return <span className={typography.subdued}>{t('noValue')}</span>
  if (read.kind === 'yes' || read.kind === 'no') return t(read.kind)
  if (read.kind === 'amount') return <span className={typography.figures}>{read.text}</span>
  if (read.kind === 'id')
    return (
      <bdi className={typography.secondary} dir="ltr">
        {read.text}
      </bdi>
    )
  return <bdi>{read.text}</bdi>
}
