import { INTENT_TITLES, OUTCOME_TITLES, UNREADABLE_TITLE } from '../../../shared/recovery-words.ts'

/** The slip of a posting whose answer was lost. What to do is in shared/recovery-words.ts, because it is printed too. */
export const intents = {
  title: 'Recovery slip',
  lead: 'The answer to this was lost before anybody saw it. The ledger was asked what became of it.',
  leadUnsettled: 'The answer to this was lost before anybody saw it.',
  count: '{{number}} of {{total}}',
  outcome: OUTCOME_TITLES,
  kind: INTENT_TITLES,
  unreadable: UNREADABLE_TITLE,
  amount: 'Amount',
  shown: 'On the slip',
  reference: 'Reference',
  maker: 'Sent by',
  sentAt: 'Sent',
  sentTo: 'Sent to',
  reason: 'Reason',
  print: 'Print',
  printed: '{{name}} is in your downloads.',
  done: 'The cash is right',
  seen: 'Seen',
  later: 'Later',
  /** What each call of the contract lets somebody do. */
  calls: {
    settle: 'Have the ledger say what became of postings whose answer was lost at this workstation',
    acknowledge: 'Say that the outcome of a posting has been seen',
    exportSlip: 'Print a recovery slip',
  },
} as const
