import {
  endPassbook,
  exportPassbook,
  issuePassbook,
  readPassbook,
  sayPassbookLine,
} from '../services/accounts/passbooks.ts'
import type { Handlers } from '../workplace.ts'

type Names =
  | 'accounts.passbook'
  | 'accounts.issuePassbook'
  | 'accounts.endPassbook'
  | 'accounts.sayPassbookLine'
  | 'accounts.exportPassbook'

/** The calls about passbooks, a part of the handler table. */
export const passbookHandlers = {
  'accounts.passbook': readPassbook,
  'accounts.issuePassbook': issuePassbook,
  'accounts.endPassbook': endPassbook,
  'accounts.sayPassbookLine': sayPassbookLine,
  'accounts.exportPassbook': exportPassbook,
} satisfies Pick<Handlers, Names>
