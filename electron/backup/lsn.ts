/** Places in the server's log (LSN) are bytes counted from its beginning. */
export const SEGMENT_BYTES = 16n * 1024n * 1024n

/** From PostgreSQL's way of writing it: `0/3000060`. */
export function lsnOf(text: string): bigint {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

/** As PostgreSQL reads it. */
export const lsnText = (lsn: bigint): string =>
  `${(lsn >> 32n).toString(16)}/${(lsn & 0xffffffffn).toString(16)}`.toUpperCase()

/** Sixteen digits, so that names sort like places. */
export const lsnName = (lsn: bigint): string => lsn.toString(16).padStart(16, '0').toUpperCase()

/** Where the segment begins that holds this place. */
export const segmentStart = (lsn: bigint): bigint => lsn - (lsn % SEGMENT_BYTES)

const SEGMENTS_A_NAME = 0x1_0000_0000n / SEGMENT_BYTES

/** The name of the file in pg_wal that holds this place. */
export function segmentName(timeline: number, lsn: bigint): string {
  const segment = lsn / SEGMENT_BYTES
  return [BigInt(timeline), segment / SEGMENTS_A_NAME, segment % SEGMENTS_A_NAME]
    .map((part) => part.toString(16).padStart(8, '0').toUpperCase())
    .join('')
}
