/** Where a page of A4 may be written on, in points: 210 by 297 mm, margins of 15 mm. */
export const A4 = { left: 42.5, right: 595.28 - 42.5, top: 42.5, foot: 841.89 - 42.5 } as const
