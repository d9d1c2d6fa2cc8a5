/** The field that a refusal of an overdraft or principal is about. */
export const LIMIT_FIELD_OF = {
  AMOUNT_AMBIGUOUS: 'agreedLimit',
  AMOUNT_NOT_A_NUMBER: 'agreedLimit',
  AMOUNT_OTHER_CURRENCY: 'agreedLimit',
  AMOUNT_OTHER_FORMAT: 'agreedLimit',
  AMOUNT_SUM_UNFINISHED: 'agreedLimit',
  AMOUNT_NEGATIVE: 'agreedLimit',
  AMOUNT_TOO_PRECISE: 'agreedLimit',
  AMOUNT_TOO_LARGE: 'agreedLimit',
} as const
