import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => ending.test(file) && !file.endsWith('.test.ts'))

/** A random identifier is none, and neither is comparing in constant time by itself. */
const IN_PROGRAM =
  /\b(?:create(?:Hash|Hmac|Cipheriv|Sign)|hkdfSync|pbkdf2Sync|scrypt|generateKeyPairSync|createPublicKey|KeyObject|diffieHellman|random(?:Bytes|Int)|getRandomValues|bcrypt\.hash|Encrypter|generateX25519Identity|safeStorage\.encryptString|getCACertificates|X509Certificate|rejectUnauthorized|bip39)\b/
const IN_SQL = /\bext\.(?:crypt|hmac|pgp_\w+|gen_random_bytes|gen_salt)\b|\bsha\d+\(/

test('every file that uses cryptography is in the inventory, and every file in the inventory does', () => {
  const using = [
    ...['electron', 'shared', 'cli', 'renderer', 'tools/recover'].flatMap((folder) =>
      filesIn(folder, /\.tsx?$/).filter((file) => IN_PROGRAM.test(text(file))),
    ),
    ...filesIn('migrations/code', /\.sql$/).filter((file) => IN_SQL.test(text(file))),
  ]
  const [, cryptography = ''] = text('docs/inventories.md').split('\n## ')
  const listed = [...cryptography.matchAll(/`([\w/-]+\.(?:ts|tsx|sql))`/g)].map(([, file = '']) => file)
  expect([...new Set(listed)].sort()).toEqual([...new Set(using)].sort())
})
