import type { TillRow } from '../../../shared/contract/tills.ts'

/** An open till and the name of its holder. */
export type HeldTill = TillRow & { readonly holder: string }

/** Whether another user than the caller holds this till. */
export const isHeldByOther = (till: TillRow): till is HeldTill => till.holder !== null && !till.mine
