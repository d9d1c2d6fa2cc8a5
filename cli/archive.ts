import { parseArgs } from 'node:util'
import { attemptArchive } from '../electron/archive/archive-fault.ts'
import { returnMonth } from '../electron/archive/return-month.ts'
import { searchExport } from '../electron/archive/search-export.ts'
import { verifyExport } from '../electron/archive/verify-export.ts'
import { exportArchive } from '../electron/archive/write-export.ts'
import { asTable } from './as-table.ts'
import { type Asked, askedOf, periodOf, sealOf, stopped } from './archive-words.ts'
import { attachMonth, checkYear, detachMonth, listArchives, sealYear } from './archive-years.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { signedIn } from './signed-in.ts'

/** Lines that a search prints. */
const MOST_FOUND = 1_000

/** `corex archive`: sealed years of the ledger, and the files to which they were exported. */
export const archive: Command = {
  summary: 'Seals, exports and verifies closed years and audit months, and searches exports',
  usage: [
    'archive list --user <name>                            every year and month, and how it stands',
    'archive seal 2025 --user <name>                       seals a year whose last month is closed',
    'archive check 2025 --user <name>                      compares the rows in the database with the seal',
    'archive export 2025 --folder <folder> --user <name>   writes ledger-2025.ndjson.zst and its manifest',
    'archive verify 2025 --folder <folder> [--user <name> | --digest <hash>]',
    'archive detach 2025-03 --user <name>                  proposes that a month leaves the audit log',
    'archive attach 2025-03 --user <name>                  brings it back into the log',
    'archive bring-back 2025-03 --folder <folder> --user <name>   brings a deleted month back from its file',
    'archive search 2025 --folder <folder> --text <text> [--from <date>] [--to <date>]',
    '',
    'A year is of the ledger, a month of the audit log. The password is asked for. Without --user, verify and search need no database.',
  ],
  run: async (args, around) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      strict: false,
      allowPositionals: true,
    })
    const asked = askedOf(positionals, values)
    const form = asked === null ? undefined : FORMS[asked.form]
    if (asked === null || form === undefined) {
      around.say('There is no such form: corex archive --help')
      return EXIT.usage
    }
    return form(asked, around)
  },
}

const OPTIONS = {
  user: { type: 'string' },
  folder: { type: 'string' },
  digest: { type: 'string' },
  text: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const

type Form = (asked: Asked, around: Surroundings) => Promise<ExitCode>

const exportYear: Form = (asked, around) =>
  signedIn(asked.user, around, async (db) => {
    const seal = await sealOf(db, asked, around)
    if (seal === null) return EXIT.failed
    const done = await attemptArchive(asked.folder, () =>
      exportArchive(db, seal.id, asked.folder, around.progress, around.signal),
    )
    if (!done.ok) return stopped(done.error, around)
    const { file, rows, digest } = done.value
    answer(around, { ...file, rows, digest }, () => [
      `${file.name}: ${rows} lines, ${file.bytes} bytes, digest ${digest}`,
    ])
    return EXIT.done
  })

/** A month that was deleted, from its file into the archive. */
const bringBack: Form = (asked, around) =>
  signedIn(asked.user, around, async (db) => {
    const seal = await sealOf(db, asked, around)
    if (seal === null) return EXIT.failed
    const watched = { onProgress: around.progress, signal: around.signal }
    const done = await attemptArchive(asked.folder, () => returnMonth(db, seal.id, asked.folder, watched))
    if (!done.ok) return stopped(done.error, around)
    answer(around, { rows: done.value.rows }, () => [
      `${asked.period} is in the archive again: ${done.value.rows} lines.`,
    ])
    return EXIT.done
  })

/** With a person the digest is that of the books. */
const verify: Form = (asked, around) =>
  asked.user === ''
    ? verifyBy(asked.digest, asked, around)
    : signedIn(asked.user, around, async (db) => {
        const seal = await sealOf(db, asked, around)
        return seal === null ? EXIT.failed : verifyBy(seal.digest, asked, around)
      })

async function verifyBy(digest: string | null, asked: Asked, around: Surroundings): Promise<ExitCode> {
  const done = await attemptArchive(asked.folder, () =>
    verifyExport(asked.folder, periodOf(asked), digest, around.progress, around.signal),
  )
  if (!done.ok) return stopped(done.error, around)
  const { rows, digest: found } = done.value
  answer(around, { good: true, rows, digest: found }, () => [
    `Every line is what was sealed: ${rows} lines, digest ${found}`,
    ...(digest === null ? ['Compare the digest with that of the books or of the paper.'] : []),
  ])
  return EXIT.done
}

const search: Form = async (asked, around) => {
  const { folder, text, from, to } = asked
  const done = await attemptArchive(folder, () =>
    searchExport(folder, periodOf(asked), { text, from, to }, MOST_FOUND, around.progress, around.signal),
  )
  if (!done.ok) return stopped(done.error, around)
  const { lines, more } = done.value
  answer(around, { lines, more }, () => [
    ...asTable(
      ['DATE', 'REFERENCE', 'TYPE', 'AMOUNT', 'ACCOUNTS', 'TEXT'],
      lines.map((each) => [
        each.date,
        each.reference,
        each.type,
        each.amount === null ? '' : `${each.amount} ${each.currency}`,
        each.accounts.join(' '),
        each.description ?? '',
      ]),
    ),
    ...(more ? [`There are more than ${MOST_FOUND}: say more of what is looked for.`] : []),
  ])
  return EXIT.done
}

const FORMS: Readonly<Record<string, Form>> = {
  list: listArchives,
  seal: sealYear,
  check: checkYear,
  export: exportYear,
  verify,
  search,
  detach: detachMonth,
  attach: attachMonth,
  'bring-back': bringBack,
}
