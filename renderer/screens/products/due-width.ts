/** Of the column of dates in the tables of a loan: a whole date is never cut. */
export const DUE_WIDTH = { width: 128 } as const
