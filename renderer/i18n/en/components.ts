/** Words of the building blocks; none of them belongs to a business. */
export const components = {
  loading: 'Loading',
  sortBy: 'Sort by {{column}}',
  retry: 'Try again',
  showPassword: 'Show the password',
  amountHint: 'Type 1k for 1,000. + − × = calculate.',
  tape: 'Calculation: {{tape}}',
  reference: 'Reference {{reference}}',
  required: 'Fill this in.',
  invalid: 'This does not look right.',
  clear: 'Clear',
  notStated: 'not stated',
  outcomeUnknown: 'The server went away before it answered. The outcome is not known yet.',
  outcomeWaits: 'It will be asked for by itself as soon as the server is back. Nothing is posted twice.',
  askNow: 'Ask now',
  notifications: 'Messages',
} as const
