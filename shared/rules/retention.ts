/** What a document is for, as far as keeping it goes; a specimen is a photograph or a signature. */
export const PURPOSES = ['IDENTITY', 'ADDRESS', 'SPECIMEN'] as const

/** From when on the years count: the end of the relationship, a later document in its place, or that it was rejected. */
export const RETENTION_EVENTS = ['ENDED', 'REPLACED', 'REJECTED'] as const
