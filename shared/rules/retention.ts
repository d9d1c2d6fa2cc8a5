/** What a document is for, as far as keeping it goes; a specimen is a photograph or a signature. And what the bank keeps of itself: at hand is in the log. */
export const PURPOSES = ['IDENTITY', 'ADDRESS', 'SPECIMEN', 'LEDGER', 'AUDIT', 'AUDIT_AT_HAND'] as const

/** From when on the years count: the end of the relationship, a later document in its place, that it was rejected, or that the year or month is over. */
export const RETENTION_EVENTS = ['ENDED', 'REPLACED', 'REJECTED', 'CLOSED'] as const
