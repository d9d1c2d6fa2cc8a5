import { expect, test } from 'vitest'
import type { OfferedScanner } from '../../../shared/contract/scanners.ts'
import { foundList } from './found-list.ts'

const offered = (name: string, address: string): OfferedScanner => ({ name, address, place: '', sources: [] })
const network = offered('Kodak i1190', 'https://192.0.2.20/eSCL')
const known = (address: string) => ({ id: 'a', name: 'Typed', address, sources: [] })

test('a scanner of the network is not offered again by a driver that found it there too', () => {
  const usb = offered('fujitsu fi-7160', 'sane:fujitsu:fi-7160:1')
  const twins = [
    offered('eSCL Kodak i1190', 'sane:airscan:e0:Kodak i1190'),
    offered('Kodak', 'sane:escl:https://192.0.2.20:443'),
  ]
  const other = offered('eSCL Xerox', 'sane:airscan:e1:Xerox')
  expect(foundList([], [network], [usb, ...twins, other])).toEqual([network, usb, other])
  expect(foundList([known('http://192.0.2.20/eSCL')], [], [twins[1] ?? usb])).toEqual([])
})

test('what was added meanwhile is not offered any more', () => {
  expect(foundList([known(network.address)], [network], [])).toEqual([])
})
