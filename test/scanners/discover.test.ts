import type { ResponseOutgoingPacket } from 'multicast-dns'
import { describe, expect, test } from 'vitest'
import { offer, whole, withNetwork } from '../support/mdns-scanner.ts'
import type { KnownScanner } from '../../electron/scanners/known-scanners.ts'
import { movedScanners } from '../../electron/scanners/moved-scanners.ts'
import { offeredInNetworks } from '../../electron/scanners/offered-scanners.ts'
import type { Device } from '../../electron/scanners/scanner.ts'
import { impatientTeller, withScanner } from '../support/scanners.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()

const two = () => [whole(offer()), whole(offer({ label: 'Other', host: 'c.local', address: '192.0.2.99' }))]

/** What a teller is offered in a network in which this is answered to each question, and what was asked. */
const found = (answers: Parameters<typeof withNetwork>[0]) =>
  withNetwork(answers, async (open, asked) => {
    const { ask } = impatientTeller(workplace, {}, process.env, open)
    const answer = await ask('scanners.discover', { where: 'NETWORK' })
    if (!answer.ok) throw new Error(answer.error.code)
    return { found: answer.value.found, addresses: answer.value.found.map(({ address }) => address), asked }
  })

describe('scanners that answer in the network', () => {
  test('are offered with their name, where they stand and what they can do', async () => {
    const { found: offered } = await found(() => [whole(offer())])
    expect(offered).toEqual([
      {
        name: 'Kodak i1190',
        address: 'http://192.0.2.20/eSCL',
        place: 'Counter 2',
        sources: ['FEEDER', 'DUPLEX'],
      },
    ])
  })

  test('are asked for what did not come with their name, and for that alone', async () => {
    const said = offer({ text: {} })
    const parts = new Map<string, ResponseOutgoingPacket['answers'][number]>([
      ['PTR', said.service],
      ['SRV', said.place],
      ['TXT', said.text],
      ['A', said.host],
    ])
    const { found: offered, asked } = await found(({ questions = [] }) =>
      questions.flatMap(({ type }) => {
        const answer = parts.get(type)
        return answer === undefined ? [] : [{ answers: [answer] }]
      }),
    )
    expect(offered).toMatchObject([{ name: 'Kodak i1190 (Counter 2)', address: 'http://192.0.2.20/eSCL' }])
    expect(asked.filter((each) => each.startsWith('TXT'))).toEqual([`TXT ${said.place.name.toLowerCase()}`])
  })

  test('are offered once, encrypted, where they answer both ways, in several networks and under two addresses', async () => {
    const { addresses } = await found(() => [
      whole(offer()),
      whole(offer({ encrypted: true, port: 443 })),
      whole(offer({ host: 'kodak-2-wifi.local', address: '198.51.100.7' })),
      whole(offer({ address: '2001:db8::20' })),
    ])
    expect(addresses).toEqual(['https://192.0.2.20/eSCL'])
  })

  test('that share a UUID are two, and a path of their own is asked at', async () => {
    const { addresses } = await found(() => [
      whole(offer()),
      whole(
        offer({
          label: 'Second',
          host: 'b.local',
          address: '192.0.2.21',
          port: 8080,
          text: { rs: '/scan/2', UUID: 'a-1' },
        }),
      ),
    ])
    expect(addresses).toEqual(['http://192.0.2.20/eSCL', 'http://192.0.2.21:8080/scan/2'])
  })

  test('are not offered any more when they say goodbye', async () => {
    const said = offer()
    const { found: offered } = await found(() => [whole(said), { answers: [{ ...said.service, ttl: 0 }] }])
    expect(offered).toEqual([])
  })

  test('are not offered when they were added by a typed address, by another port and scheme too', async () => {
    const { known } = workplace.state.scanners
    const kept = await known.keep({
      name: 'Typed',
      address: 'https://192.0.2.20:8443/eSCL',
      fingerprint: null,
      device: null,
      sources: [{ source: 'FEEDER', colours: ['COLOUR'], resolutions: [300] }],
    })
    expect((await found(two)).addresses).toEqual(['http://192.0.2.99/eSCL'])
    await known.forget(kept.id)
    expect((await found(two)).addresses).toHaveLength(2)
  })

  test('are none where nothing answers in time, and questions are asked again', async () => {
    const { found: offered, asked } = await found(() => [])
    expect(offered).toEqual([])
    expect(asked.filter((each) => each === 'PTR _uscan._tcp.local')).toHaveLength(2)
  })
})

const NOW = 'http://192.0.2.20/eSCL'
const moving = (address: string, device: Device | null = { uuid: 'a-1', serial: '7' }): KnownScanner => ({
  id: 'k',
  name: 'Kodak i1190',
  address,
  fingerprint: null,
  device,
  sources: [{ source: 'FEEDER', colours: ['COLOUR'], resolutions: [300] }],
})

/** Whom a known scanner is followed to, and what is offered beside it, where a device answers at these addresses. */
const followed = (known: KnownScanner, answering: readonly string[], answers = () => [whole(offer())]) =>
  withNetwork(answers, async (open) => {
    const to: string[] = []
    const offered = await offeredInNetworks([known], open, 240, async (heard) => {
      const moved = await movedScanners([known], heard, async (each, address) =>
        answering.includes(address) ? { ...each, address } : null,
      )
      to.push(...moved.map(({ found: { address } }) => address))
      return moved
    })
    return { to, offered: offered.map(({ address }) => address) }
  })

const alike = () => [
  whole(offer()),
  whole(offer({ label: 'Second', host: 'b.local', address: '192.0.2.21' })),
]

describe('a known scanner whose address has changed', () => {
  const before = moving('http://192.0.2.7/eSCL')

  test('is followed by its UUID, and not offered a second time', async () => {
    expect(await followed(before, [NOW])).toEqual({ to: [NOW], offered: [] })
  })

  test('is not followed where another device, none, or the earlier address too answers', async () => {
    const beside = { to: [], offered: [NOW] }
    expect(await followed(before, [])).toEqual(beside)
    expect(await followed(before, [NOW, before.address])).toEqual(beside)
    expect(await followed(moving(before.address, { uuid: 'b-2', serial: '7' }), [NOW])).toEqual(beside)
    expect(await followed(moving(before.address, null), [NOW])).toEqual(beside)
  })

  test('is not followed from an encrypted address to an open one, or by a UUID that several have', async () => {
    expect((await followed(moving('https://192.0.2.7/eSCL'), [NOW])).to).toEqual([])
    expect((await followed(before, [NOW], alike)).to).toEqual([])
  })

  test('stays the same scanner when it is added at its new address; beside one that answers it is another', async () => {
    const { ask } = workplace.as('teller')
    const add = async (url: string) => {
      const answer = await ask('scanners.add', { address: url, fingerprint: null })
      return answer.ok ? answer.value.id : answer.error.code
    }
    const first = await withScanner({}, ({ url }) => add(url))
    await withScanner({}, async ({ url }) => {
      expect(await add(url)).toBe(first)
      expect(await withScanner({}, (other) => add(other.url))).not.toBe(first)
    })
    const { known } = workplace.state.scanners
    for (const { id } of await known.all()) await known.forget(id)
  })
})

describe('what anybody in the network may send', () => {
  test.each([
    ['to this computer', { address: '127.0.0.1' }],
    ['to everybody', { address: '224.0.0.251' }],
    ['to no port', { port: 0 }],
  ])('leads nobody %s', async (_, changes) => {
    expect((await found(() => [whole(offer(changes))])).found).toEqual([])
  })

  test('is shown as one line in its own order, and no path leads out of it', async () => {
    const text = { ty: 'HP\u202Egpj\n\u0007Laser', rs: '../../admin?x=http://evil', is: 'platen' }
    expect((await found(() => [whole(offer({ text }))])).found).toEqual([
      { name: 'HP gpj Laser', address: 'http://192.0.2.20/eSCL', place: '', sources: ['FLATBED'] },
    ])
  })

  test('and is no packet, or a thousand scanners, is borne', async () => {
    const flood = Array.from({ length: 1000 }, (_, at) =>
      whole(offer({ label: `S${at}`, host: `s${at}.local`, text: { UUID: `${at}` } })),
    )
    // A header that promises answers, and a name that points to itself.
    const broken = [Buffer.from('00'), Buffer.from('000084000000000100000000c00c000c0001', 'hex')]
    expect((await found(() => [...broken, ...flood])).found.length).toBeLessThanOrEqual(50)
    expect((await found(() => [...broken, whole(offer())])).found).toHaveLength(1)
  })
})
