import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { addressesOf } from '../../electron/scanners/escl/address.ts'
import type { Behaviour, EsclServer } from '../support/escl-server.ts'
import { jpegPicture } from '../support/jpeg.ts'
import { ownCertificate } from '../support/own-certificate.ts'
import { impatientTeller, withKnownScanner, withScanner, wishOf } from '../support/scanners.ts'
import { workplaceForFile } from '../support/test-file.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const workplace = await workplaceForFile()
const teller = workplace.as('teller')
type Wish = Partial<CallInput<'scanners.scan'>>

/** How many pages come of a scanner that behaves like this, and why no more do; and what it was asked. */
function scan(changes: Partial<Behaviour>, wish: Wish = {}, { ask }: Pick<TestWorkplace, 'ask'> = teller) {
  return withKnownScanner(workplace, changes, async (scannerId, server) => {
    const answer = await ask('scanners.scan', wishOf(scannerId, wish))
    const came = answer.ok
      ? `${answer.value.pages.length} ${answer.value.stopped ?? 'and no more'}`
      : answer.error.code
    return { came, asked: [...server.asked], settings: server.jobs.at(-1)?.settings ?? '' }
  })
}

/** A request for a page, the `nth`. */
function atPage(nth: number, act: Behaviour['instead']): Behaviour['instead'] {
  let count = 0
  return (request, response) => {
    if (!(request.url ?? '').endsWith('NextDocument')) return false
    count += 1
    return count === nth && act(request, response)
  }
}

/** What comes of adding a scanner that behaves like this. */
const addOne = (changes: Partial<Behaviour>, ask = teller.ask) =>
  withScanner(changes, async (server) => {
    const answer = await ask('scanners.add', { address: server.url, fingerprint: null })
    return { code: answer.ok ? 'added' : answer.error.code, asked: server.asked }
  })
const always = (act: Behaviour['instead']): Partial<Behaviour> => ({ instead: act })

const addAs = ({ url }: Pick<EsclServer, 'url'>, fingerprint: string | null) =>
  teller.ask('scanners.add', { address: url, fingerprint })

describe('a scanner that speaks eSCL', () => {
  test('gives the three pages of its feeder, drawn anew, and tells of each as it comes', async () => {
    const told: unknown[] = []
    const id = randomUUID()
    const { emit } = workplace.state
    Object.assign(workplace.state, { emit: (...event: unknown[]) => void told.push(event) })
    const { pages, stopped } = await withKnownScanner(workplace, { sheets: 3 }, (scannerId) =>
      teller.call('scanners.scan', wishOf(scannerId, { id })),
    )
    Object.assign(workplace.state, { emit })
    expect(pages).toMatchObject([1, 2, 3].map(() => ({ width: 8, height: 8 })))
    expect(stopped).toBeNull()
    expect(told).toEqual([1, 2, 3].map((count) => ['scanners.progress', { id, pages: count }]))
  })

  test('is asked for one page of its glass, in grey, at the nearest resolution that it has', async () => {
    const { came, asked, settings } = await scan({}, { source: 'FLATBED', colour: 'GREY', dpi: 320 })
    expect(came).toBe('1 and no more')
    expect(asked).toEqual(['GET ScannerCapabilities', 'POST ScanJobs', 'GET ScanJobs/1/NextDocument'])
    expect(settings).toMatch(/<pwg:InputSource>Platen<.*<scan:ColorMode>Grayscale8<.*<scan:XResolution>300</s)
  })

  test('gives both sides of each sheet where it has them', async () => {
    const { came, settings } = await scan({ sheets: 2, duplex: true }, { source: 'DUPLEX' })
    expect(came).toBe('4 and no more')
    expect(settings).toMatch(/<pwg:InputSource>Feeder<.*<scan:Duplex>true</s)
    expect((await scan({ sheets: 2 }, { source: 'DUPLEX' })).came).toBe('SCANNER_SOURCE_MISSING')
  })

  test('gives pages that are drawn once: what is made of them for the form is the same, and uploaded as it is', async () => {
    const { prepare } = workplace.state.studio
    let drawn = 0
    const studio = {
      ...workplace.state.studio,
      prepare: (...input: Parameters<typeof prepare>) => {
        drawn += 1
        return prepare(...input)
      },
    }
    const ask: TestWorkplace['ask'] = (name, input) => dispatch({ ...teller.state, studio }, name, input)
    await withKnownScanner(workplace, { sheets: 2 }, async (scannerId) => {
      const scanned = await ask('scanners.scan', wishOf(scannerId))
      const [page] = scanned.ok ? scanned.value.pages : []
      const content = new Uint8Array(page?.jpeg ?? [])
      const again = await ask('documents.prepare', { id: randomUUID(), content })
      expect(again).toMatchObject({ ok: true, value: { pages: [page] } })
      expect(drawn).toBe(2)
    })
  })

  test.each([404, 409, 410] as const)('ends its feeder with %i', async (end) => {
    expect(await scan({ sheets: 2, end })).toMatchObject({ came: '2 and no more' })
  })

  test('whose only resolution is 1 decides by itself', async () => {
    const { came, settings } = await scan({ sheets: 1, resolutions: [1] })
    expect(came).toBe('1 and no more')
    expect(settings).not.toContain('XResolution')
  })

  test.each([
    ['a path', (path: string) => path],
    ['a path from where it was asked', (path: string) => path.replace('/eSCL/', '')],
    ['another name of itself', (path: string) => `http://scanner-3000.local:80${path}`],
  ])('says where the job is by %s', async (_, location) => {
    expect(await scan({ sheets: 1, location })).toMatchObject({ came: '1 and no more' })
  })

  test('that is busy twice, and whose page takes its time, is waited for', async () => {
    const { came, asked } = await scan({ sheets: 1, busy: 2, notReady: 2 })
    expect(came).toBe('1 and no more')
    expect(asked.filter((each) => each === 'POST ScanJobs')).toHaveLength(3)
  })

  test('that jams in the middle gives what came before, and says so', async () => {
    const stopsAt = { sheet: 3, feeder: 'ScannerAdfJam' }
    const { came, asked } = await scan({ sheets: 4, stopsAt })
    expect(came).toBe('2 SCANNER_JAMMED')
    expect(asked.at(-1)).toBe('DELETE ScanJobs/1')
  })

  test('that goes away in the middle gives what came before, and says so', async () => {
    const instead = atPage(2, ({ socket }) => Boolean(socket.destroy()))
    expect(await scan({ sheets: 3, instead })).toMatchObject({ came: '1 SCANNER_GONE' })
  })

  test('that goes away in the middle of a page gives no half page', async () => {
    const instead = atPage(1, (_, response) => {
      response.writeHead(200, { 'Content-Length': 4000 }).write(jpegPicture(), () => response.destroy())
      return true
    })
    expect(await scan({ sheets: 1, instead })).toMatchObject({ came: 'SCANNER_GONE' })
  })

  test('that begins a page and never ends it is given up', async () => {
    const instead = atPage(1, (_, response) => response.writeHead(200).write(jpegPicture()))
    const impatient = impatientTeller(workplace, { page: 300 })
    expect(await scan({ sheets: 1, instead }, {}, impatient)).toMatchObject({ came: 'SCANNER_GONE' })
  })

  test('whose sheets are more than a document may have stops at the fiftieth', async () => {
    expect(await scan({ sheets: 60 })).toMatchObject({ came: '50 FILE_TOO_MANY_PAGES' })
  })

  test('is told when the scan is cancelled, and nothing of it is kept', async () => {
    const id = randomUUID()
    const instead = atPage(2, () => {
      void teller.call('scanners.cancelScan', { id })
      return true
    })
    const { came, asked } = await scan({ sheets: 3, instead }, { id })
    expect(came).toBe('SCANNER_CANCELLED')
    expect(asked.at(-1)).toBe('DELETE ScanJobs/1')
  })

  test('is told when the session ends in the middle', async () => {
    const instead = atPage(1, () => {
      void workplace.ask('sessions.signOut', {})
      return true
    })
    const { asked } = await scan({ sheets: 1, instead })
    workplace.as('teller')
    expect(asked.at(-1)).toBe('DELETE ScanJobs/1')
  })
})

describe('what answers at the address of a scanner', () => {
  test('and sends five hundred megabytes is cut off', async () => {
    let sent = 0
    const flood = always((_, response) => {
      const more = Buffer.alloc(65_536, ' ')
      const pour = () => {
        while (sent < 500 * 2 ** 20 && response.write(more)) sent += more.byteLength
      }
      response.writeHead(200).on('drain', pour)
      pour()
      return true
    })
    expect((await addOne(flood)).code).toBe('SCANNER_NOT_UNDERSTOOD')
    expect(sent).toBeLessThan(32 * 2 ** 20)
  })

  test('and never says anything is given up', async () => {
    const { ask } = impatientTeller(workplace, { answer: 300 })
    expect(
      (
        await addOne(
          always(() => true),
          ask,
        )
      ).code,
    ).toBe('SCANNER_UNREACHABLE')
  })

  test('and sends elsewhere is not followed', async () => {
    await withScanner({}, async (elsewhere) => {
      const location = `${elsewhere.url}/ScannerCapabilities`
      const redirecting = always((_, response) =>
        Boolean(response.writeHead(302, { Location: location }).end()),
      )
      expect((await addOne(redirecting)).code).toBe('SCANNER_NOT_UNDERSTOOD')
      expect(elsewhere.asked).toEqual([])
    })
  })

  test('and names another host as the place of its job is asked itself', async () => {
    await withScanner({ sheets: 9 }, async (elsewhere) => {
      const location = (path: string) => `http://${elsewhere.address}${path}`
      expect(await scan({ sheets: 1, location })).toMatchObject({ came: '1 and no more' })
      expect(elsewhere.asked).toEqual([])
    })
  })

  test.each([
    ['entities that grow without end', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
    ['elements without end', '<a>'.repeat(50_000)],
    ['a page of a web site', '<html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['no text', '\u0000\u0001'],
  ])('with %s is no scanner', async (_, words) => {
    const said = always((__, response) => Boolean(response.end(words)))
    expect((await addOne(said)).code).toBe('SCANNER_NOT_UNDERSTOOD')
  })
})

describe('the certificate of a scanner', () => {
  test('is asked about once, by its fingerprint, and then known', async () => {
    const { pages } = await withScanner(
      { sheets: 2 },
      async (server) => {
        const asked = await addAs(server, null)
        const fingerprint = asked.ok ? '' : (asked.error.details?.['fingerprint'] ?? '')
        expect(server.asked).toEqual([])
        const added = await addAs(server, fingerprint)
        const id = added.ok ? added.value.id : ''
        return teller.call('scanners.scan', wishOf(id))
      },
      ownCertificate('scanner'),
    )
    expect(pages).toHaveLength(2)
  })

  test('is no reason to ask without encryption', async () => {
    const answer = await withScanner(
      {},
      ({ address }) => addAs({ url: address }, null),
      ownCertificate('scanner'),
    )
    expect(answer).toMatchObject({ error: { code: 'SCANNER_CERTIFICATE_UNKNOWN' } })
  })
})

describe('the scanners of a workstation', () => {
  test('are found by an address without scheme and path, kept once, and forgotten', async () => {
    await withScanner({}, async ({ address, url }) => {
      const first = await teller.call('scanners.add', { address: ` ${address} `, fingerprint: null })
      const again = await teller.call('scanners.add', { address: `${url}/ScannerStatus`, fingerprint: null })
      expect(again).toEqual(first)
      expect(first).toMatchObject({
        name: 'Test Scanner 3000',
        address: url,
        sources: [
          { source: 'FLATBED', colours: ['COLOUR', 'GREY'], resolutions: [200, 300, 600] },
          { source: 'FEEDER', colours: ['COLOUR', 'GREY'], resolutions: [200, 300, 600] },
        ],
      })
      const known = async () =>
        (await teller.call('scanners.list', {})).scanners.filter(({ id }) => id === first.id)
      expect(await known()).toEqual([first])
      await teller.call('scanners.remove', { scannerId: first.id })
      expect(await known()).toEqual([])
    })
  })
})

test.each([
  ['192.168.1.20', 'https://192.168.1.20/eSCL http://192.168.1.20/eSCL'],
  [
    'scanner.bank.example:8080',
    'https://scanner.bank.example:8080/eSCL http://scanner.bank.example:8080/eSCL',
  ],
  ['http://scanner', 'http://scanner/eSCL'],
  ['HTTPS://10.0.0.9/eSCL/ScannerCapabilities', 'https://10.0.0.9/eSCL'],
  ['http://10.0.0.9/scan/', 'http://10.0.0.9/scan'],
  ['[fe80::1]:8080', 'https://[fe80::1]:8080/eSCL http://[fe80::1]:8080/eSCL'],
  ['scanner', ''],
  ['911', ''],
  ['1.000', ''],
  ['http://911', ''],
  ['file:///etc/passwd', ''],
  ['http://ana:secret@10.0.0.9', ''],
  ['10.0.0.9 and more', ''],
  ['', ''],
])('what is typed as %j means %j', (typed, meant) => {
  expect(addressesOf(typed).map(String).join(' ')).toBe(meant)
})
