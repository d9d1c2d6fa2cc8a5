/** The messages of streaming replication, as PostgreSQL's manual has them (Streaming Replication Protocol). */
export type WalMessage =
  | { readonly kind: 'data'; readonly from: bigint; readonly bytes: Buffer }
  | { readonly kind: 'alive'; readonly wantsAnswer: boolean }
  | { readonly kind: 'unknown' }

const DATA_AT = 25
const WANTS_ANSWER_AT = 17

export function walMessage(chunk: Buffer): WalMessage {
  const kind = String.fromCharCode(chunk[0] ?? 0)
  if (kind === 'w') return { kind: 'data', from: chunk.readBigUInt64BE(1), bytes: chunk.subarray(DATA_AT) }
  if (kind === 'k') return { kind: 'alive', wantsAnswer: chunk[WANTS_ANSWER_AT] === 1 }
  return { kind: 'unknown' }
}

/** Microseconds since 2000, as the server counts. */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/** Says up to where the log was received, and up to where it is safe: the server keeps what comes after. */
export function standbyStatus(received: bigint, safe: bigint): Buffer {
  const message = Buffer.alloc(34)
  message.write('r')
  message.writeBigUInt64BE(received, 1)
  message.writeBigUInt64BE(safe, 9)
  message.writeBigUInt64BE(safe, 17)
  message.writeBigInt64BE(BigInt(Date.now() - EPOCH_MS) * 1000n, 25)
  return message
}
