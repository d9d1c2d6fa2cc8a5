import { expect, onTestFinished, test, vi } from 'vitest'
import { atMostEvery } from '../../electron/db/at-most-every.ts'
import { watchConnection } from '../../electron/db/watch.ts'
import { proposed } from '../support/approvals.ts'
import { workplaceForFile } from '../support/test-file.ts'

// What is proposed or decided at one workstation is told to all at once, without asking more often than before.

const workplace = await workplaceForFile()
const { database } = workplace.branch

/** The watch of the second workstation, and what it was told. */
async function watching() {
  const onChange = vi.fn()
  const onApprovals = vi.fn()
  const watch = watchConnection(database.workstation(2), {
    onChange,
    onApprovals,
    onJobs: () => {},
    onSessions: () => {},
    onSchema: () => {},
  })
  onTestFinished(() => watch.stop())
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith({ up: true }), { timeout: 10_000 })
  return { onChange, onApprovals }
}

/** Nobody asks for it: it comes by a notification or never, also on a busy machine. */
const told = (onApprovals: () => void) =>
  vi.waitFor(() => expect(onApprovals).toHaveBeenCalled(), { timeout: 15_000, interval: 10 })

test('a proposal and its decision reach the other workstation by themselves', async () => {
  const { onApprovals } = await watching()
  const approvalId = await proposed(workplace)
  await told(onApprovals)
  onApprovals.mockClear()
  await workplace.as('supervisor').call('approvals.decline', { approvalId, reason: 'Not now' })
  await told(onApprovals)
  expect(onApprovals.mock.calls.length).toBeLessThan(3)
})

test('a server that was lost is listened to again', async () => {
  const { onChange, onApprovals } = await watching()
  await database.superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND application_name = 'corex heartbeat'`,
    [database.workstation(2).user],
  )
  await vi.waitFor(() => expect(onChange.mock.calls.map(([{ up }]) => up)).toEqual([true, false, true]), {
    timeout: 10_000,
  })
  await proposed(workplace)
  await told(onApprovals)
})

test('a thousand notifications are told at once and once more', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const act = vi.fn()
  const tell = atMostEvery(300, act)
  for (let times = 0; times < 1000; times += 1) tell()
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(act).toHaveBeenCalledTimes(2)
})
