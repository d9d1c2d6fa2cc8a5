import { beforeEach, expect, test } from 'vitest'
import { mayUseCamera } from '../../electron/services/documents/camera.ts'
import { workplaceForFile } from '../support/test-file.ts'

// The window gets a camera only while a signed-in person takes pictures of a document.

const workplace = await workplaceForFile()
const { state, branch } = workplace
const allow = (allowed: boolean) => workplace.call('documents.allowCamera', { allowed })

beforeEach(() => workplace.become(branch.staff.teller))

test('the camera is there while pictures are taken, and not before or afterwards', async () => {
  expect(mayUseCamera(state)).toBe(false)
  await allow(true)
  expect(mayUseCamera(state)).toBe(true)
  await allow(false)
  expect(mayUseCamera(state)).toBe(false)
})

test('it ends when the workstation is locked', async () => {
  await allow(true)
  await workplace.call('sessions.lock', {})
  expect(mayUseCamera(state)).toBe(false)
})

test('it ends with the session, and the next person has to ask for it', async () => {
  await allow(true)
  workplace.become(branch.staff.supervisor)
  expect(mayUseCamera(state)).toBe(false)
  await allow(true)
  await workplace.call('sessions.signOut', {})
  expect(mayUseCamera(state)).toBe(false)
})

test('who takes no pictures of documents cannot ask for it', async () => {
  workplace.become(branch.staff.auditor)
  expect(await workplace.ask('documents.allowCamera', { allowed: true })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
  expect(mayUseCamera(state)).toBe(false)
})
