import { expect, test } from 'vitest'
import { placesOf, wayOfPlace } from './printer-place.ts'

test.each([
  [{ queues: ['Office-Laser'], devices: null }, [{ by: 'CUPS', queue: 'Office-Laser' }], ['Office-Laser']],
  [
    { queues: null, devices: [{ device: 'CUPS:Brother_HL', name: 'Brother HL' }] },
    [{ by: 'SYSTEM', device: 'CUPS:Brother_HL' }],
    ['Brother HL'],
  ],
  [{ queues: [], devices: null }, [], []],
  [{ queues: [], devices: [{ device: 'Hall', name: 'Hall' }] }, [{ by: 'SYSTEM', device: 'Hall' }], ['Hall']],
  [{ queues: null, devices: null }, [], []],
] as const)(
  'of %j one is chosen by what is shown of it, and kept by what it is called',
  (found, ways, shown) => {
    const places = placesOf({
      queues: found.queues && [...found.queues],
      devices: found.devices && [...found.devices],
    })
    expect(places.map(({ label }) => label)).toEqual(shown)
    expect(places.map(({ value }) => wayOfPlace(value))).toEqual(ways)
  },
)
