/** What is refused for want of a code, part of errors.ts. Any call may answer with these two. */
export const FACTOR_GATES = {
  /** The password was right, and a code is still to be given, or a device to be set up. */
  SECOND_FACTOR_NEEDED: [],
  /** Whoever has a second factor gives a fresh code first. */
  STEP_UP_NEEDED: [],
} as const

export const FACTOR_ERRORS = {
  /** A code that is wrong, over, or used before; or somebody is locked out. */
  CODE_REFUSED: [],
  /** Made of what many choose, or of the names of its person and place. */
  PASSWORD_COMMON: [],
  PASSWORD_PERSONAL: [],
  /** There is no device to be reset. */
  SECOND_FACTOR_MISSING: [],
} as const
