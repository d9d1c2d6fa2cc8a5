import type { FormatName } from '../../../shared/mrz/formats.ts'
import type { ReadFields } from '../../../shared/mrz/read-fields.ts'
import type { SeenCell } from '../../../shared/mrz/vouched.ts'

/** A zone as it was read. */
export type ReadZone = {
  readonly format: FormatName
  readonly lines: readonly string[]
  readonly seen: readonly (readonly SeenCell[])[]
  /** What the network says of each cell, line by line. */
  readonly likely: readonly (readonly Float64Array[])[]
  readonly fields: ReadFields
  readonly isCompositeRight: boolean
  /** The mean confidence of its cells, from 0 to 1. */
  readonly sureness: number
  /** The share of its check digits that agree, the composite one among them. */
  readonly digits: number
}
