import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { documentView } from '../../../test/support/documents.ts'
import { SessionContext } from '../../calls/use-session.ts'
import { i18n } from '../../i18n/i18n.ts'
import { Expiry } from './document-state.tsx'

const branch = {
  name: 'Branch Nord',
  currency: 'USD',
  timeZone: 'Europe/Stockholm',
  numberFormat: 'POINT_COMMA',
  weekend: [0, 6],
  localDate: '2026-11-26',
  dayOpen: false,
} as const
const session: Omit<SessionView, 'branch'> = {
  stage: 'ready',
  user: { id: '1', username: 'ana', fullName: 'Ana Lind', role: 'TELLER' },
  endedBecause: null,
  till: null,
  workstation: 'NORD-03',
  serverConnected: true,
  upgrade: null,
  databaseFault: null,
  idleLockSeconds: 300,
}

/** What the customer's list says of a document that is valid until then, at the branch of 26 November 2026. */
function shown(expiresAt: string | null, businessDate: string | null): string {
  const value = { ...session, branch: { ...branch, weekend: [...branch.weekend], businessDate } }
  const expiry = createElement(Expiry, { document: documentView({ expiresAt }) })
  const inSession = createElement(SessionContext, { value }, expiry)
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, inSession))
}

/** No day was opened yet, the day of yesterday is still open, and today's is. */
const DAYS = [null, '2026-11-25', '2026-11-26']

test('an expired document is marked by a word, whatever day the branch has open', () => {
  for (const day of DAYS) {
    expect([day, shown('2026-11-25', day)]).toEqual([day, expect.stringContaining('>expired</p>')])
    expect([day, shown('2026-11-26', day)]).toEqual([day, expect.not.stringContaining('expired')])
    expect([day, shown(null, day)]).toEqual([day, expect.stringContaining('no expiry')])
  }
})
