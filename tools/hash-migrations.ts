// `npm run hashes:db`: writes the hash of migrations/code/ into the newest marker, and the hashes of new migrations into
// migrations/hashes.txt. Hashes that are there stay: a released migration never changes.
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeHash, readCode } from '../electron/db/code.ts'
import { newestCodeMarker, readMigrations } from '../electron/db/migration-files.ts'
import { markerWithHash, readReleasedHashes } from './released-hashes.ts'

const folder = join(import.meta.dirname, '../migrations')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const files = await readMigrations(folder)
const marker = files.find(({ name }) => name === newestCodeMarker(files.map((file) => file.name)))
if (marker === undefined) throw new Error('No migration NNNN-code.sql marks a release of the code')
const marked = markerWithHash(marker.text, codeHash(await readCode(join(folder, 'code'))))
if (marked === marker.text) say(`${marker.name}.sql has the hash of code/ already.`)
else {
  await writeFile(join(folder, `${marker.name}.sql`), marked)
  say(`${marker.name}.sql has the new hash of code/. Databases that ran it with the old one refuse to start:`)
  say('if that may be anybody else’s, put it back, and make a new marker with the next number instead.')
}

const released = await readReleasedHashes(folder)
for (const { name, hash } of files) {
  if (name === marker.name || released.has(`${name}.sql`)) continue
  await appendFile(join(folder, 'hashes.txt'), `${hash}  ${name}.sql\n`)
  say(`hashes.txt has the hash of ${name}.sql.`)
}
