import { expect, test } from 'vitest'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { workShown } from './work-shown.ts'

const ana = { id: '1', username: 'ana', fullName: 'Ana Lind', role: 'TELLER' } as const
const ready: SessionView = {
  stage: 'ready',
  user: ana,
  endedBecause: null,
  branch: null,
  till: null,
  workstation: 'NORD-03',
  serverConnected: true,
  upgrade: null,
  databaseFault: null,
  idleLockSeconds: 300,
}
const out = (endedBecause: SessionView['endedBecause']): SessionView => ({
  ...ready,
  stage: 'signed-out',
  user: null,
  endedBecause,
})
const working = workShown(ready, null)

test('what was typed stays, covered, while its person has to sign in again', () => {
  expect(working).toMatchObject({ user: ana, cover: 'none' })
  expect(workShown({ ...ready, stage: 'locked' }, working)).toMatchObject({ user: ana, cover: 'lock' })
  for (const because of ['EXPIRED', 'OTHER_WORKSTATION', 'PASSWORD', 'OTHER'] as const) {
    const covered = workShown(out(because), working)
    expect(covered).toMatchObject({ user: ana, cover: 'sign-in' })
    expect(workShown(out(because), covered)).toMatchObject({ user: ana, cover: 'sign-in' })
    const waiting = workShown({ ...ready, stage: 'must-give-code' }, covered)
    expect(waiting).toMatchObject({ user: ana, cover: 'code' })
    expect(workShown(ready, waiting)).toEqual(working)
  }
})

test('signing out, and an administrator who ends a session, leave nothing in the window', () => {
  expect(workShown(out(null), working)).toBeNull()
  expect(workShown(out('ADMINISTRATOR'), working)).toBeNull()
  expect(workShown(out('EXPIRED'), null)).toBeNull()
  expect(workShown({ ...ready, stage: 'must-change-password' }, working)).toBeNull()
  const other = { ...ana, id: '2' }
  expect(workShown({ ...ready, stage: 'must-give-code', user: other }, working)).toBeNull()
})
