import { mkdir, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { attemptBackup, BackupEnded } from '../electron/backup/backup-fault.ts'
import { KeptSettings } from '../electron/backup/backup-settings.ts'
import { identityOfSheet, recipientOf } from '../electron/backup/keys.ts'
import { bankFolder } from '../electron/backup/layout.ts'
import { chainOf } from '../electron/backup/slot.ts'
import { inDatabase, withClient } from '../electron/db/admin.ts'
import { type Connection, DATABASE_NAME } from '../electron/db/connection.ts'
import { dataFolderIn } from '../electron/db/default-folders.ts'
import { isOfSheet } from '../electron/sheet-key.ts'
import { askWords } from './ask-unseen.ts'
import { failed } from './backup-words.ts'
import { answer, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { secretFrom } from './restore.ts'
import { runningServer } from './running-server.ts'

/** Where the backups of a service go, as the screen does it for the application's own server; `corex serve` takes it up at once. */
export async function chooseFolder(
  folder: string,
  keepDays: number,
  around: Surroundings,
): Promise<ExitCode> {
  const chosen = await attemptBackup(() => choose(resolve(folder), keepDays, around))
  if (!chosen.ok) return failed(around, chosen.error)
  answer(around, chosen.value, () => [
    `Backups go to ${chosen.value.folder}, for ${keepDays} days, and open by recovery sheet ${chosen.value.sheet}. A full one begins now.`,
  ])
  return EXIT.done
}

async function choose(folder: string, keepDays: number, { target, say }: Surroundings) {
  const { settingsFolder } = target
  await requireOwner(settingsFolder)
  const admin = runningServer(dataFolderIn(settingsFolder), say)
  if (admin === null) throw new BackupEnded('SERVER_GONE')
  const secret = secretFrom(await askWords((question) => void process.stderr.write(question)))
  const number = await validSheet(admin, secret)
  const { system } = await chainOf(admin)
  await stat(folder)
  await mkdir(bankFolder(folder, system), { recursive: true })
  const sheet = await recipientOf(identityOfSheet(secret))
  secret.fill(0)
  const wordsCheckedAt = new Date().toISOString()
  await new KeptSettings(settingsFolder).change((before) => ({
    folder,
    keepDays,
    sheet,
    wordsCheckedAt,
    ...(before.sheet === sheet ? {} : { fullWanted: true }),
  }))
  await note(admin, { folder, days: keepDays, sheet: number, operator: userInfo().username })
  return { folder, keepDays, sheet: number }
}

/** What is written here is read by the service: root's files would be closed to it. */
async function requireOwner(folder: string): Promise<void> {
  const { uid } = await stat(folder)
  if (process.getuid !== undefined && uid !== process.getuid())
    throw new BackupEnded('NO_PERMISSION', { reason: 'Run this as the account of the service:', folder })
}

/** The number of the valid sheet, which the words open. */
async function validSheet(admin: Connection, secret: Buffer): Promise<number> {
  const { rows } = await withClient(inDatabase(admin, DATABASE_NAME), (client) =>
    client.query<{ number: number; wrapped_key: Buffer }>(
      'SELECT number, wrapped_key FROM corex.recovery_sheets WHERE voided_at IS NULL',
    ),
  )
  const [sheet] = rows
  if (sheet === undefined) throw new BackupEnded('NOT_SET_UP')
  if (!isOfSheet(sheet.wrapped_key, secret)) throw new BackupEnded('WORDS_OTHER')
  return sheet.number
}

/** On record under each branch, and told to the service. */
const note = (admin: Connection, facts: object) =>
  withClient(inDatabase(admin, DATABASE_NAME), async (client) => {
    await client.query('SET search_path = corex, ext')
    await client.query(
      `SELECT acting_as('RECOVERY', 'ACCESS', id), write_audit(NULL, 'BACKUPS_CHOSEN', 'branches', id, $1) FROM branches`,
      [JSON.stringify(facts)],
    )
    await client.query('NOTIFY corex_jobs')
  })
