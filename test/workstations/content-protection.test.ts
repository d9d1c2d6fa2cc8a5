import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { MachinePolicy } from '../../electron/db/machine-policy.ts'
import { fault, type Attempt } from '../../electron/db/fault.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { protectContent } from '../../electron/services/workstations/content-protection.ts'
import { ok } from '../../shared/result.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const file = join(workplace.state.options.settingsFolder, 'window-content.json')

/** What the window was asked for. */
const asked: boolean[] = []
beforeEach(() => {
  asked.length = 0
})
afterAll(() => rm(file, { force: true }))

/** The workstation of an administrator, or of somebody else, with a policy or with none. */
function computer(policy: Attempt<MachinePolicy | null> | null = null, who: 'admin' | 'teller' = 'admin') {
  const { state } = workplace.as(who)
  const set = policy === null ? {} : { policy: async () => policy }
  return {
    ...state,
    options: { ...state.options, ...set, protectWindow: (isOn: boolean) => void asked.push(isOn) },
  }
}
const policyOf = (contentProtection: boolean | null) =>
  ok({
    file: '/etc/policy.json',
    server: null,
    idleSeconds: null,
    printers: null,
    updates: null,
    contentProtection,
  })
const read = async (at: ReturnType<typeof computer>) => dispatch(at, 'workstations.readProtection', {})

test('as delivered the window is in pictures of the screen', async () => {
  await protectContent(computer())
  await protectContent(computer(ok(null)))
  expect(asked).toEqual([false, false])
})

test('an administrator leaves it out at once, it stays so after a start, and puts it back', async () => {
  expect(await dispatch(computer(), 'workstations.setProtection', { isOn: true })).toMatchObject({ ok: true })
  await protectContent(computer())
  expect(await read(computer())).toMatchObject({ value: { isOn: true, isSetByPolicy: false } })
  await dispatch(computer(), 'workstations.setProtection', { isOn: false })
  expect(asked).toEqual([true, true, false])
  expect(
    await dispatch(computer(null, 'teller'), 'workstations.setProtection', { isOn: true }),
  ).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test.each([true, false])('what the bank sets (%s) comes before what was chosen here', async (isOn) => {
  await dispatch(computer(), 'workstations.setProtection', { isOn: !isOn })
  const set = computer(policyOf(isOn))
  await protectContent(set)
  expect(asked).toEqual([!isOn, isOn])
  expect(await read(set)).toMatchObject({ value: { isOn, isSetByPolicy: true } })
  expect(await dispatch(set, 'workstations.setProtection', { isOn: !isOn })).toMatchObject({
    error: { code: 'SET_BY_BANK' },
  })
})

test('a policy without it leaves the choice here; one that cannot be trusted, and a damaged file, choose what is safe', async () => {
  await dispatch(computer(), 'workstations.setProtection', { isOn: true })
  await protectContent(computer(policyOf(null)))
  await writeFile(file, '{')
  await protectContent(computer())
  await protectContent(computer(fault('POLICY_FAULTY', { file: '', part: 'JSON' })))
  expect(asked).toEqual([true, true, false, true])
})
