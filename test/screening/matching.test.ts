import { beforeAll, describe, expect, test } from 'vitest'
import { registerCustomer } from '../support/customers.ts'
import { takeList } from '../support/screening.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()

const LISTED = [
  { name: 'Usama bin Muhammad bin Awad BIN LADIN', years: '1957', aliases: 'Osama bin Laden' },
  { name: 'Yevgeny PRIGOZHIN', years: '1961' },
  { name: 'Muammar QADDAFI', years: '1942' },
  { name: 'XU Weimin', years: '1970' },
  { name: 'PAK Yong Sik', years: '1950' },
  { name: 'Abdul Rahman AL-MASRI', years: '1975' },
  { name: 'Vladimir PUTIN', years: '1952' },
  { name: 'Zoran KOVAC', years: '', aliases: 'Ahmed;Maria' },
]

beforeAll(async () => {
  await takeList(workplace, LISTED)
})

const matchesOf = async (name: string, birthYear: number | null = null) =>
  (await workplace.as('supervisor').call('screening.checkName', { name, birthYear })).matches

describe('a listed person is found', () => {
  test.each([
    ['as published', 'Osama bin Laden', 1957, 'Usama bin Muhammad bin Awad BIN LADIN'],
    ['in another transcription', 'Evgenij Prigoschin', 1961, 'Yevgeny PRIGOZHIN'],
    ['with another initial', 'Moammar Gaddafi', 1942, 'Muammar QADDAFI'],
    ['in Wade-Giles', 'Weimin Hsu', 1970, 'XU Weimin'],
    ['as Koreans write it', 'Yong Sik Park', 1950, 'PAK Yong Sik'],
    ['with its words joined', 'Abdulrahman Almasri', 1975, 'Abdul Rahman AL-MASRI'],
    ['in Cyrillic', 'Владимир Путин', 1952, 'Vladimir PUTIN'],
    ['in Greek', 'Βλαντιμίρ Πούτιν', 1952, 'Vladimir PUTIN'],
    ['with a letter too many', 'Vladimir Puttin', 1952, 'Vladimir PUTIN'],
    ['with letters swapped', 'Valdimir Putin', 1952, 'Vladimir PUTIN'],
    ['surname first', 'Putin Vladimir', 1952, 'Vladimir PUTIN'],
    ['born two years off', 'Vladimir Putin', 1954, 'Vladimir PUTIN'],
    ['without a birth', 'Vladimir Putin', null, 'Vladimir PUTIN'],
  ])('%s', async (_how, name, year, listed) => {
    const references = (await matchesOf(name, year)).map(({ reference }) => reference)
    expect(references).toContain(listed)
  })
})

describe('nobody is found', () => {
  test.each([
    ['born three years off', 'Vladimir Putin', 1955],
    ['who has only a given name of an alias', 'Ahmed Hassan', 1980],
    ['whose single name is one word of a longer one', 'Vladimir', 1952],
    ['who shares one word', 'Vladimir Smith', 1952],
    ['with a common name', 'Maria Garcia', 1980],
    ['of a name of no letters that are compared', '🙂🙂', null],
  ])('%s', async (_how, name, year) => {
    expect(await matchesOf(name, year)).toEqual([])
  })
})

test('the same name comes before one that is only like it, and the words that are alike are said', async () => {
  const [same] = await matchesOf('Osama bin Laden', 1957)
  const [like] = await matchesOf('Osama bin Ladin', 1957)
  expect(same?.score).toBe(100)
  expect(like?.score).toBeLessThan(100)
  expect(like?.facts.words).toContainEqual({ typed: 'ladin', listed: 'laden', percent: expect.any(Number) })
})

test('a legal form alone makes no company the same', async () => {
  await takeList(workplace, [{ name: 'Acme Trading Corp' }, { name: 'Acme Trading LLC' }], 'Second list')
  const names = (await matchesOf('Corp')).map(({ listedName }) => listedName)
  expect(names).toEqual([])
  expect((await matchesOf('Acme Trading Corp')).map(({ listedName, score }) => [listedName, score])).toEqual([
    ['Acme Trading Corp', 98],
    ['Acme Trading LLC', 97],
  ])
})

test('registering somebody who is listed is answered as for anybody, and leaves a match', async () => {
  const { as } = workplace
  await registerCustomer(workplace.branch.pool('teller'), {
    firstName: 'Evgeny',
    lastName: 'Prigozhin',
    dateOfBirth: '1961-06-01',
  })
  const { cases, open } = await as('supervisor').call('screening.cases', { status: 'OPEN' })
  expect(open).toBe(1)
  expect(cases).toEqual([
    expect.objectContaining({
      customerName: 'Evgeny Prigozhin',
      listedName: 'Yevgeny PRIGOZHIN',
      own: false,
    }),
  ])
})
