import { expect, test } from 'vitest'
import { UNWATCHED } from '../../electron/progress.ts'
import { yearsOfBirth } from '../../electron/services/screening/listed-births.ts'
import { readList } from '../../electron/services/screening/read-list.ts'

const file = (text: string, fileName = 'list') => ({ fileName, content: new TextEncoder().encode(text) })

async function read(...texts: readonly string[]) {
  const answer = await readList(
    texts.map((text) => file(text)),
    UNWATCHED,
  )
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

const SDN = [
  '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  `6368,"MUSA, Rifa'i Ahmad Taha","individual","SDT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 24 Jun 1954; POB Egypt; a.k.a. 'ABU YASIR'."`,
  'this is no line of the list',
].join('\r\n')
const ALT = '36,12,"aka","AERO-CARIBBEAN",-0- \r\n6368,13,"aka","TAHA MUSA, Rifa\'i Ahmad",-0- '

test('OFAC’s two CSV files are one list: names in the order in which they are said, aliases, weak ones marked, a wrong line named', async () => {
  const list = await read(SDN, ALT)
  expect(list.format).toBe('OFAC_CSV')
  expect(list.entries).toEqual([
    expect.objectContaining({
      kind: 'COMPANY',
      years: [],
      names: [
        { name: 'AEROCARIBBEAN AIRLINES', weak: false },
        { name: 'AERO-CARIBBEAN', weak: false },
      ],
    }),
    {
      reference: '6368',
      kind: 'PERSON',
      programme: 'SDT',
      births: '24 Jun 1954',
      years: [1954],
      names: [
        { name: "Rifa'i Ahmad Taha MUSA", weak: false },
        { name: "Rifa'i Ahmad TAHA MUSA", weak: false },
        { name: 'ABU YASIR', weak: true },
      ],
    },
  ])
  expect(list.faults).toEqual([{ at: 3, fault: 'LINE', text: 'this is no line of the list' }])
})

test('OFAC’s XML says when it was published and which aliases are weak', async () => {
  const list = await read(`<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">
    <publshInformation><Publish_Date>01/02/2026</Publish_Date></publshInformation>
    <sdnEntry><uid>7</uid><firstName>Joseph</firstName><lastName>BANANA</lastName><sdnType>Individual</sdnType>
      <programList><program>ZIMBABWE</program></programList>
      <akaList><aka><category>weak</category><lastName>CLEANMAN</lastName></aka></akaList>
      <dateOfBirthList><dateOfBirthItem><dateOfBirth>circa 1961</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>
    <sdnEntry><uid>8</uid><sdnType>Entity</sdnType></sdnEntry></sdnList>`)
  expect(list).toMatchObject({ format: 'OFAC_XML', published: '01/02/2026' })
  expect(list.entries).toEqual([
    {
      reference: '7',
      kind: 'PERSON',
      programme: 'ZIMBABWE',
      births: 'circa 1961',
      years: [1960, 1961, 1962],
      names: [
        { name: 'Joseph BANANA', weak: false },
        { name: 'CLEANMAN', weak: true },
      ],
    },
  ])
  expect(list.faults).toEqual([{ at: 2, fault: 'NO_NAME', text: '8' }])
})

test('the UN’s XML has births as dates, years and ranges, and names in their own script', async () => {
  const list =
    await read(`<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-02-27"><INDIVIDUALS><INDIVIDUAL>
    <FIRST_NAME>ERIC</FIRST_NAME><SECOND_NAME>BADEGE</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
    <REFERENCE_NUMBER>CDi.001</REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>محمد</NAME_ORIGINAL_SCRIPT>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Rumuli</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-03-04</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1966</FROM_YEAR><TO_YEAR>1968</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>9</DATAID><FIRST_NAME>ADF</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>`)
  expect(list.published).toBe('2026-02-27')
  expect(list.entries[0]).toMatchObject({
    reference: 'CDi.001',
    births: '1971-03-04; 1966 to 1968',
    years: [1971, 1966, 1967, 1968],
    names: [{ name: 'ERIC BADEGE' }, { name: 'محمد' }, { name: 'Rumuli', weak: true }],
  })
  expect(list.entries[1]).toMatchObject({ kind: 'COMPANY', names: [{ name: 'ADF' }] })
})

test('OpenSanctions’ CSV is found by the names of its columns', async () => {
  const list = await read(
    'id,schema,name,aliases,birth_date,countries,dataset\nNK-1,Person,Jane Doe,"J. Doe;Jane Q. Doe",1980-05-06,us,US PEPs\nNK-2,Company,Acme Corp,,,us,US PEPs',
  )
  expect(list.entries.map(({ kind, years, names }) => [kind, years, names.length])).toEqual([
    ['PERSON', [1980], 3],
    ['COMPANY', [], 1],
  ])
})

test('what is none of them, or cut in the middle, is refused by name', async () => {
  for (const text of ['', 'Dear all', '<html></html>', '<sdnList><sdnEntry>', ALT, '{"a":1}'])
    expect(await readList([file(text)], UNWATCHED)).toEqual({ ok: false, error: { code: 'LIST_UNKNOWN' } })
})

test.each([
  ['07 Oct 1952', [1952]],
  ['1980', [1980]],
  ['circa 1961', [1960, 1961, 1962]],
  ['1958 to 1960', [1958, 1959, 1960]],
  ['02 Jan 1958 to 31 Dec 1959', [1958, 1959]],
  ['Mar 1958', [1958]],
  ['unknown', []],
])('a birth %s allows the years %j', (text, years) => {
  expect(yearsOfBirth(text)).toEqual(years)
})
