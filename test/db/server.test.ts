import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { type Connection, DATABASE_NAME, addressOf, urlOf } from '../../electron/db/connection.ts'
import type { OpenOptions } from '../../electron/db/database.ts'
import { inspectServer } from '../../electron/db/inspect.ts'
import { openDatabase } from '../../electron/db/open-database.ts'
import { chooseEmbedded, chooseServer, testConnection } from '../../electron/db/open-server.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { missing, startExternal } from './fixtures/external-server.ts'
import { createSecretBox } from './fixtures/secret-box.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const reason = missing()
const code = (name: string) => ({ ok: false, error: { code: name } })

const opened = async (with_: OpenOptions) => {
  const database = await openDatabase(with_)
  if (!database.ok) throw new Error(JSON.stringify(database.error))
  return database.value
}

describe.skipIf(reason !== null)(
  `a configured server: PostgreSQL 15 over TLS${reason ? ` (skipped: ${reason})` : ''}`,
  () => {
    let server: Awaited<ReturnType<typeof startExternal>>
    let folder: Awaited<ReturnType<typeof temporaryFolder>>
    let options: OpenOptions
    let url: string

    beforeAll(async () => {
      server = await startExternal()
      folder = await temporaryFolder()
      options = {
        dataFolder: join(folder.path, 'data'),
        settingsFolder: join(folder.path, 'settings'),
        migrationsFolder: MIGRATIONS,
        secretBox: createSecretBox(),
        workstationName: 'Till 1',
        env: {},
        log: () => {},
      }
      url = urlOf(inDatabase(server.admin, DATABASE_NAME))
    })
    afterAll(async () => {
      await server.stop()
      await folder[Symbol.asyncDispose]()
    })

    const changed = (change: Partial<Connection>) =>
      urlOf({ ...inDatabase(server.admin, DATABASE_NAME), ...change })
    const asked = (at: string, ca: string | null = server.ca) => testConnection(at, ca, MIGRATIONS)

    it('is looked at without being changed', async () => {
      const looked = await asked(url)
      const minor = looked.ok ? Number(looked.value.serverVersion.split('.')[1]) : NaN
      expect(looked).toEqual({
        ok: true,
        value: {
          serverVersion: expect.stringMatching(/^15\.\d+$/),
          encrypted: true,
          login: 'administrator',
          schema: 'absent',
          // As Debian installs it: patient with connections that stay silent, and now and then not the newest.
          warnings: [...(minor < 19 ? ['UNPATCHED'] : []), 'WAITS_FOR_THE_SILENT'],
          identity: {
            system: expect.stringMatching(/^\d+$/),
            key: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
          timeline: 1,
        },
      })
      const { rows } = await withClient(server.admin, (client) =>
        client.query(
          `SELECT count(*)::int AS made FROM pg_roles WHERE rolname LIKE 'corex%' OR rolname LIKE 'ws%'`,
        ),
      )
      expect(rows).toEqual([{ made: 0 }])
    })

    it('says what is wrong, each by its own name', async () => {
      expect(await asked(url, null)).toMatchObject(code('AUTHENTICATION_FAILED'))
      expect(await asked(`${url}?sslmode=verify-full`, null)).toMatchObject(code('TLS_FAILED'))
      expect(await asked(changed({ host: '127.0.0.1' }))).toMatchObject(code('TLS_FAILED'))
      expect(await asked(changed({ password: 'wrong' }))).toMatchObject(code('AUTHENTICATION_FAILED'))
      expect(await asked(changed({ port: 1 }))).toMatchObject(code('SERVER_UNREACHABLE'))
      await withClient(server.admin, (client) => client.query(`CREATE ROLE stranger LOGIN PASSWORD 'x'`))
      const stranger = { user: 'stranger', password: 'x' }
      expect(await asked(changed(stranger))).toMatchObject(code('DATABASE_MISSING'))
      expect(await asked(changed({ ...stranger, database: 'postgres' }))).toMatchObject(
        code('PERMISSION_DENIED'),
      )
    })

    it("an administrator's URL sets it up once, and then only the workstation's login is used", async () => {
      const configured = { ...options, env: { COREX_DATABASE_URL: `${url}?sslrootcert=${writeAuthority()}` } }
      const first = await opened(configured)
      expect(first.kind).toBe('server')
      expect(first.connection.user).toMatch(/^ws_till_1_/)
      await first.close()
      const second = await opened(configured)
      const login = ({ connection: { user, password } }: typeof first) => ({ user, password })
      expect(login(second)).toEqual(login(first))
      await second.close()
      expect(await asked(urlOf(first.connection))).toMatchObject({
        value: { login: 'workstation', schema: 'current' },
      })
      expect(await asked(url)).toMatchObject({ value: { login: 'administrator', schema: 'current' } })
    })

    it('chosen on the settings screen it is remembered without the administrator', async () => {
      expect(await chooseServer(url, server.ca, 'change', options)).toEqual({ ok: true, value: undefined })
      const file = readFileSync(join(options.settingsFolder, 'connection.json'), 'utf8')
      expect(file).not.toContain('boss')
      expect(file).not.toContain(server.admin.password)
      const database = await opened(options)
      expect(database.connection.user).toMatch(/^ws_till_1_/)
      expect(addressOf(database.connection)).toBe(`localhost:${server.port}/${DATABASE_NAME}`)
      await database.close()
    })

    const changeKnown = (change: object) => {
      const file = join(options.settingsFolder, 'connection.json')
      const settings = JSON.parse(readFileSync(file, 'utf8'))
      const [[address, known] = ['', {}]] = Object.entries(settings.identities)
      const identities = { [address]: { ...Object(known), ...change } }
      writeFileSync(file, JSON.stringify({ ...settings, identities }))
      return JSON.stringify(known)
    }

    it('another key or another cluster at its address is refused by name, until whoever looks after the computer accepts it', async () => {
      const known = changeKnown({ key: 'b'.repeat(64) })
      expect(await openDatabase(options)).toMatchObject(code('SERVER_CHANGED'))
      const { key, system } = JSON.parse(known)
      const accepting = { ...options, env: { COREX_SERVER_IDENTITY: key } }
      await (await opened(accepting)).close()
      await (await opened(options)).close()
      changeKnown({ system: '1' })
      expect(await openDatabase(options)).toMatchObject({
        error: { code: 'SERVER_CHANGED', details: { found: `${key} ${system}` } },
      })
      expect(await chooseServer(url, server.ca, 'known', options)).toMatchObject(code('SERVER_CHANGED'))
      expect(await chooseServer(url, server.ca, 'change', options)).toMatchObject({ ok: true })
      await (await opened(options)).close()
    })

    const reverseRecordedHash = () =>
      withClient(inDatabase(server.admin, DATABASE_NAME), (client) =>
        client.query(`UPDATE corex.migration_hashes SET hash = reverse(hash) WHERE name = '0003-audit'`),
      )

    it('made by another text of a migration it is refused, and the migration is named', async () => {
      const logged: string[] = []
      const error = { code: 'SCHEMA_CHANGED', details: { migration: '0003-audit' } }
      await reverseRecordedHash()
      expect(await openDatabase({ ...options, log: (line) => logged.push(line) })).toEqual({
        ok: false,
        error,
      })
      expect(await asked(url)).toEqual({ ok: false, error })
      expect(logged).toEqual([expect.stringContaining('"migration":"0003-audit"')])
      await reverseRecordedHash()
      await (await opened(options)).close()
    })

    it('older or newer than this application, or not set up, it is refused', async () => {
      const admin = inDatabase(server.admin, DATABASE_NAME)
      const note = (statement: string) => withClient(admin, (client) => client.query(statement))
      await note(`INSERT INTO corex.kysely_migration VALUES ('9999-future', 'x')`)
      await (await opened(options)).close() // newer, and it still serves this application
      await note(`UPDATE corex.schema_serves SET oldest = '9998-code'`)
      expect(await openDatabase(options)).toMatchObject({ error: { code: 'SCHEMA_NEWER' } })
      await note(`DELETE FROM corex.kysely_migration WHERE name = '9999-future'`)
      await note(`DELETE FROM corex.kysely_migration WHERE name > '0001-z'`)
      expect(await openDatabase(options)).toMatchObject({ error: { code: 'SCHEMA_OLDER' } })
      await note('DELETE FROM corex.kysely_migration')
      expect(await openDatabase(options)).toMatchObject({ error: { code: 'NOT_PROVISIONED' } })
      expect(await chooseEmbedded(options)).toEqual({ ok: true, value: undefined })
    })

    it('plain text over a network and an unknown host are refused by name', async () => {
      expect(await asked('postgresql://u:p@bank.example/d?sslmode=disable')).toMatchObject({
        error: { code: 'TLS_REQUIRED' },
      })
      const unknown = { ...server.admin, host: 'nowhere.invalid' }
      expect(await inspectServer(unknown, MIGRATIONS)).toMatchObject({
        error: { code: 'SERVER_UNREACHABLE' },
      })
    })

    function writeAuthority(): string {
      const file = join(folder.path, 'authority.pem')
      writeFileSync(file, server.ca)
      return encodeURIComponent(file)
    }
  },
)
