import { expect, test, vi } from 'vitest'
import { watchConnection } from '../../electron/db/watch.ts'
import { lookAtSession } from '../../electron/services/sessions/open-session.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { createWorkplace } from '../support/workplace.ts'
import { PASSWORD } from '../support/users.ts'

// An administrator signs somebody out who works at another workstation.

const workplace = await workplaceForFile()
const { branch } = workplace
const { teller } = branch.staff
const admin = createWorkplace(branch).as('admin')
const row = async () => (await admin.call('users.list', {})).users.find(({ id }) => id === teller.id)

test('who is signed in, since when and when it was last used is seen, and ended at once', async () => {
  await workplace.call('sessions.signIn', { username: 'teller', password: PASSWORD })
  expect((await row())?.session).toMatchObject({ usedAt: null })
  await workplace.call('sessions.get', {})
  expect((await row())?.session?.usedAt).toEqual(expect.any(String))
  const listening = vi.fn()
  const watch = watchConnection(branch.database.workstation(1), {
    onChange: listening,
    onApprovals: () => {},
    onJobs: () => {},
    onSessions: () => void lookAtSession(workplace.state),
    onSchema: () => {},
  })
  await vi.waitFor(() => expect(listening).toHaveBeenCalledWith({ up: true }))
  const token = workplace.state.session?.token ?? ''
  await admin.call('users.endSessions', { userId: teller.id })
  // The database refuses the very next call, whatever the window knows.
  await expect(branch.database.pool(token).query('SELECT own_sessions()')).rejects.toMatchObject({
    constraint: 'NOT_SIGNED_IN',
  })
  // And the window learns it by itself, within the five seconds that are asked for.
  await vi.waitFor(() => expect(workplace.state.session).toBeNull(), { timeout: 5_000 })
  expect(workplace.state.endedBecause).toBe('ADMINISTRATOR')
  expect((await row())?.session).toBeNull()
  await watch.stop()
  await admin.close()
})

test('a person sees where the own name was used', async () => {
  await workplace.call('sessions.signIn', { username: 'teller', password: PASSWORD })
  const { sessions } = await workplace.call('sessions.listOwn', {})
  expect(sessions.map(({ endedAt }) => endedAt === null)).toEqual([
    true,
    ...sessions.slice(1).map(() => false),
  ])
  expect(sessions[0]).toMatchObject({ workstation: branch.database.workstation(1).user })
  expect(sessions.length).toBeGreaterThan(1)
})
