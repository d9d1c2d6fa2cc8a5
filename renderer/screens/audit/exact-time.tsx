import { formatExactly } from './readable.ts'
import typography from '../../theme/typography.module.css'

/** An instant to the second, because the log is read for the order of events. */
export function ExactTime({ value }: { readonly value: string }) {
  return (
    <bdi className={typography.date}>
      <time dateTime={value}>{formatExactly(value)}</time>
    </bdi>
  )
}
