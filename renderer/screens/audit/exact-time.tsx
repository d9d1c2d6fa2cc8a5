import { formatExactly } from './readable.ts'

/** An instant to the second: what is looked for in the log is the order of events. */
export function ExactTime({ value }: { readonly value: string }) {
  return (
    <bdi className="date">
      <time dateTime={value}>{formatExactly(value)}</time>
    </bdi>
  )
}
