import { formatExactly } from './readable.ts'

/** An instant to the second, because the log is read for the order of events. */
export function ExactTime({ value }: { readonly value: string }) {
  return (
    <bdi className="date">
      <time dateTime={value}>{formatExactly(value)}</time>
    </bdi>
  )
}
