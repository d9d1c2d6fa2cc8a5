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

/** What may become of any call, whatever it asks for. */
export const outcomeErrors = {
  SERVER_UNREACHABLE: 'The server cannot be reached. Wait until it is back, then try again.',
  STANDBY_SILENT:
    'The bank’s second server does not confirm, so it is not known yet whether this was done. Tell whoever looks after the servers; then try again here, which does nothing twice.',
  SERVER_BUSY: 'The server was held up, perhaps by a colleague’s work. Nothing was done; try again.',
  INTENT_NOT_WRITTEN:
    'This workstation’s disk is full or cannot be written, so nothing was sent: nothing is posted. Free some space, or go on at another workstation.',
  INTENT_SETTLED: 'This was reported as not posted meanwhile, so it is not posted now either. Post it anew.',
  LETTERS_MISSING:
    'This computer has no font for some letters of this paper, so nothing was printed or saved. Have fonts of that script installed on it, then try again.',
  WORK_CANCELLED:
    'It was cancelled, and nothing is left half-done. Where a part of it is done, the next time goes on from there.',
  INTERNAL: 'This did not work, and the reason is in the program’s log. Check before you do it again.',
} as const
