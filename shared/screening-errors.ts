/** What is refused because of names on lists; part of the errors of errors.ts. */
export const screeningErrors = {
  CUSTOMER_BLOCKED: [],
  LIST_KNOWN: [],
  LIST_UNKNOWN: [],
  OWN_CUSTOMER: [],
  SCREENING_CASE_NOT_FOUND: [],
  SCREENING_RUN_NOT_FOUND: [],
} as const
