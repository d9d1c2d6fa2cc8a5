import { randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { rotateKeys } from '../../electron/services/keys/rotate-keys.ts'
import type { Vault } from '../../electron/workplace.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { approvedChange, proposedChange } from '../support/keys.ts'
import { only } from '../support/queries.ts'
import { PASSWORD } from '../support/users.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { pngPicture } from '../support/png.ts'

/** The key behind all documents is changed: nothing is lost, wherever it is interrupted, and the old key is gone afterwards. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const STATE = { left: 0, unreadable: 0, underWay: false }

const upload = async () => {
  const document = newDocument(await approvedCustomer(branch), { content: new Uint8Array(pngPicture(8, 8)) })
  await workplace.as('teller').call('documents.upload', document)
  return document.id
}

const isReadable = (documentId: string) => workplace.ask('documents.readFile', { documentId })

/** Signs in by the password; whoever was signed in here stays so elsewhere. */
const signIn = (username: string, password: string) => {
  workplace.state.session = null
  return workplace.call('sessions.signIn', { username, password })
}

const generations = async () => {
  const { rows } = await superuser.query<{ generation: number; sealed: boolean; ended: boolean }>(
    `SELECT generation, sealed_key IS NOT NULL AS sealed, ended_at IS NOT NULL AS ended FROM vault_generations ORDER BY generation`,
  )
  return rows
}

test('one person alone does not change the key', async () => {
  const approvalId = await proposedChange(workplace, 'KEY_ROTATION')
  expect(await workplace.ask('keys.rotate', { approvalId })).toMatchObject({
    error: { code: 'KEY_CHANGE_NOT_APPROVED' },
  })
  expect(await generations()).toEqual([{ generation: 1, sealed: false, ended: false }])
})

test('after a change every document opens, for whoever was not there too, and the old key is gone', async () => {
  const documents = [await upload(), await upload()]
  const { rows: before } = await superuser.query('SELECT wrapped_key FROM kyc_file_keys ORDER BY file_id')
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  const done = await workplace.as('admin').call('keys.rotate', { approvalId })
  expect(done).toMatchObject({ ...STATE, generation: 2, files: before.length, leftOut: [] })
  expect(await generations()).toEqual([
    { generation: 1, sealed: false, ended: true },
    { generation: 2, sealed: false, ended: false },
  ])
  const { rows: after } = await superuser.query<{ generation: number; wrapped_key: Buffer }>(
    'SELECT generation, wrapped_key FROM kyc_file_keys ORDER BY file_id',
  )
  expect(after.every(({ generation }) => generation === 2)).toBe(true)
  expect(after.map(({ wrapped_key }) => ({ wrapped_key }))).not.toEqual(before)
  for (const name of ['teller2', 'auditor'] as const) {
    workplace.as(name)
    for (const id of documents) expect(await isReadable(id), name).toMatchObject({ ok: true })
  }
})

test('whoever is signed in while the key changes reads and uploads without noticing', async () => {
  const first = await upload()
  expect(await isReadable(first)).toMatchObject({ ok: true })
  const tellers = workplace.state.session
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  await workplace.as('admin').call('keys.rotate', { approvalId })
  workplace.state.session = tellers
  expect(await isReadable(first)).toMatchObject({ ok: true })
  const second = newDocument(await approvedCustomer(branch))
  expect(await workplace.ask('documents.upload', second)).toMatchObject({ ok: true })
  expect(await isReadable(second.id)).toMatchObject({ ok: true })
})

test('whoever is suspended is not given the new key, and is told what to do when they are back', async () => {
  const document = await upload()
  const { id } = branch.staff.auditor
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  await superuser.query(`UPDATE users SET status = 'SUSPENDED' WHERE id = $1`, [id])
  await workplace.as('admin').call('keys.rotate', { approvalId })
  await superuser.query(`UPDATE users SET status = 'ACTIVE' WHERE id = $1`, [id])
  expect((await workplace.call('keys.read', {})).leftOut).toEqual(['auditor Test'])
  await signIn('auditor', PASSWORD)
  expect(await isReadable(document)).toMatchObject({ error: { code: 'DOCUMENT_KEY_MISSING' } })
  await workplace.as('admin').call('users.resetPassword', {
    userId: id,
    temporaryPassword: 'a temporary password',
  })
  await signIn('auditor', 'a temporary password')
  await workplace.call('sessions.changePassword', {
    currentPassword: 'a temporary password',
    newPassword: 'a password of my own',
  })
  expect(await isReadable(document)).toMatchObject({ ok: true })
})

test('a key that does not open is left as it was and counted, and holds nothing up', async () => {
  const document = await upload()
  await superuser.query(
    `UPDATE kyc_file_keys SET wrapped_key = set_byte(wrapped_key, 40, get_byte(wrapped_key, 40) # 1)
     WHERE file_id = (SELECT file_id FROM kyc_documents WHERE id = $1)`,
    [document],
  )
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  const done = await workplace.as('admin').call('keys.rotate', { approvalId })
  expect(done).toMatchObject({ ...STATE, unreadable: 1 })
  expect(await isReadable(document)).toMatchObject({ ok: false })
  await superuser.query('UPDATE kyc_file_keys SET unreadable = true WHERE unreadable')
})

test('a wrong vault key is told from a damaged document, and nothing is changed by it', async () => {
  const document = await upload()
  const { rows } = await superuser.query<{ wrapped_key: Buffer }>('SELECT wrapped_key FROM user_keys')
  const { rows: own } = await superuser.query<{ wrapped_key: Buffer }>(
    `UPDATE user_keys SET wrapped_key = set_byte(wrapped_key, 120, get_byte(wrapped_key, 120) # 1) WHERE user_id = $1 RETURNING wrapped_key`,
    [branch.staff.teller2.id],
  )
  expect(rows).not.toContainEqual(only(own))
  workplace.as('teller2')
  expect(await isReadable(document)).toMatchObject({ error: { code: 'DOCUMENT_KEY_MISSING' } })
  expect(await workplace.ask('documents.upload', newDocument(await approvedCustomer(branch)))).toMatchObject({
    error: { code: 'DOCUMENT_KEY_MISSING' },
  })
  workplace.as('teller')
  expect(await isReadable(document)).toMatchObject({ ok: true })
})

test('nobody wraps a key for themselves that is not in use', async () => {
  const { token } = branch.staff.teller
  const pool = branch.database.pool(token)
  await expect(pool.query(`SELECT renew_own_key('\\x03')`)).resolves.toBeDefined()
  const { rows } = await superuser.query<{ first: number }>(
    'SELECT get_byte(wrapped_key, 0) AS first FROM user_keys WHERE user_id = $1',
    [branch.staff.teller.id],
  )
  expect(only(rows).first).toBe(5)
})

test('of many files each batch is told, and none is wrapped twice', async () => {
  await upload()
  await superuser.query(
    `WITH made AS (INSERT INTO kyc_files (id, media_type, byte_size, content, created_by)
        SELECT gen_random_uuid(), f.media_type, f.byte_size, f.content, f.created_by FROM (SELECT * FROM kyc_files LIMIT 1) AS f, generate_series(1, 450)
        RETURNING id)
     INSERT INTO kyc_file_keys (file_id, generation, wrapped_key)
     SELECT made.id, k.generation, k.wrapped_key FROM made, (SELECT * FROM kyc_file_keys WHERE NOT unreadable ORDER BY file_id DESC LIMIT 1) AS k`,
  )
  const told: number[] = []
  const emit = workplace.state.emit
  Object.assign(workplace.state, {
    emit: (event: string, payload: { done: number }) => event === 'work.progress' && told.push(payload.done),
  })
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  const { files } = await workplace.as('admin').call('keys.rotate', { approvalId, work: randomUUID() })
  Object.assign(workplace.state, { emit })
  expect(told[0]).toBe(200)
  expect(files).toBeGreaterThan(450)
})

class Killed extends Error {}

/** A database connection that is gone before its nth statement is sent, or after the server has done it and before the answer is here. */
function killedAt(statement: number, when: 'before' | 'after'): KyselyPlugin {
  let sent = 0
  return {
    transformQuery: ({ node }) => {
      sent += 1
      if (when === 'before' && sent === statement) throw new Killed()
      return node
    },
    transformResult: async ({ result }) => {
      if (when === 'after' && sent === statement) throw new Killed()
      return result
    },
  }
}

/** Nothing but what the password opens is in memory. */
const asAtStart = ({ secret }: Vault): Vault => ({ secret, keys: null })

test('killed at any step, it goes on, and every document opens', async () => {
  const documents = [await upload(), await upload()]
  let generation = (await generations()).length
  workplace.as('admin')
  const { session } = workplace.state
  if (session === null) throw new Error('Nobody is signed in')
  const admins = { ...session, workplace: workplace.state }
  let steps = 0
  for (let ended = false; !ended;) {
    steps += 1
    for (const when of ['before', 'after'] as const) {
      const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
      const db = admins.db.withPlugin(killedAt(steps, when))
      const first = await rotateKeys({ approvalId }, { ...admins, vault: asAtStart(admins.vault), db }).catch(
        (error: unknown) => error,
      )
      ended = !(first instanceof Killed)
      const begun = (await generations()).length > generation
      const again = await rotateKeys(
        { approvalId: begun ? null : approvalId },
        { ...admins, vault: asAtStart(admins.vault) },
      )
      generation += 1
      expect(again, `${when} statement ${steps}`).toMatchObject({
        ok: true,
        value: { ...STATE, generation, unreadable: 1 },
      })
    }
    if (steps > 20) throw new Error('It does not end')
  }
  expect(steps).toBeGreaterThan(6)
  workplace.as('teller')
  for (const id of documents) expect(await isReadable(id)).toMatchObject({ ok: true })
})
