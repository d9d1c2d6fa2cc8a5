import { createRequire } from 'node:module'
import type * as Bcrypt from 'bcrypt'
import { cheapSalt } from './cheap-passwords.ts'

const bcrypt = createRequire(import.meta.url)('bcrypt') as typeof Bcrypt

/** The package's functions with hashes that cost a millisecond, as the databases of tests know them. */
export default {
  ...bcrypt,
  hash: async (password: string, salt: string): Promise<string> =>
    (await bcrypt.hash(password, cheapSalt(salt).replace('$12$', '$04$'))).replace('$04$', '$12$'),
}
