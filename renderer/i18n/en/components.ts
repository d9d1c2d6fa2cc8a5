/** Words of the shared components; none belongs to an area. */
export const components = {
  loading: 'Loading',
  work: {
    begins: 'It begins',
    progress: '{{done, number}} of {{of, number}}',
    cancel: 'Cancel',
  },
  sortBy: 'Sort by {{column}}',
  retry: 'Try again',
  notKnown: 'This is not known now.',
  notRead: 'not known',
  fromBefore: 'This could not be read again. What is shown is from before.',
  waitingUnknown: 'It is not known how many wait',
  showPassword: 'Show the password',
  amountHint: '1k is a thousand. + − × = calculate.',
  tape: 'Calculation: {{tape}}',
  reference: 'Reference {{reference}}',
  required: 'Fill this in.',
  invalid: 'This does not look right.',
  date: {
    placeholder: 'YYYY-MM-DD',
    unread: 'Type year, month and day, for example 2026-11-26.',
    ambiguous: 'This could be {{oneDay}} or {{otherDay}}. Type {{one}} or {{other}}.',
    calendar: 'Choose from a calendar',
  },
  clear: 'Clear',
  notStated: 'not stated',
  outcomeUnknown: 'The server went away before it answered. The outcome is not known yet.',
  outcomeWaits:
    'It will be asked for by itself as soon as the server is back. Nothing is posted twice, and no cash is handed out before.',
  outcomeUncopied: 'The bank’s second server does not confirm. The outcome is not known yet.',
  copyWaits:
    'Tell whoever looks after the servers. Ask again when the second server is back; nothing is posted twice, and no cash is handed out before.',
  askNow: 'Ask now',
  waiting_one: '{{count}} waiting',
  waiting_other: '{{count}} waiting',
  notifications: 'Messages',
  /** Who wrote something, where that is not simply a person. */
  actor: {
    setUp: 'whoever set the branch up',
    unknown: 'nobody known',
    tillDifference: 'The system: till difference, from the count of {{cause}}',
    from: '{{system}}, from {{cause}}',
    kind: {
      JOB: 'The system',
      RECOVERY: 'The system: recovery',
      CORRECTION: 'The system: correction',
      MIGRATION: 'The system: upgrade',
    },
  },
} as const
