import { expect, test } from 'vitest'
import type { LinkSheet, RosterPreview } from '../../../api/contract.ts'
import { asksForEyes, changeWords, groupText, leftOut, outcomeWords, peopleWords, profileWords, readWords, rosterBodyOf, schoolText, linksBySchool, takeWords } from './roster-words.ts'
import type { RosterLine } from './roster-words.ts'

const line = (outcome: RosterLine['outcome'], people: RosterLine['unit']['people'] = []): RosterLine => ({
  row: 2, kind: 'school', outcome, newPeople: people.map(({ username }) => username), newFormer: [], findings: [],
  unit: { code: 'binjiang', name: '滨江小学', stages: ['primary'], members: 31, partyOrganization: 'branch', people },
})

test('what was read is said with its counts, and only what there is', () => {
  const lines = [line('new', [{ username: 'a', name: '何平', role: 'secretary' }]), line('same'), line('refused')]
  expect(readWords(lines)).toBe('读到3所学校、1人：新学校1所，和现在一样的1所，要先改的1所')
  expect(takeWords(lines.slice(0, 1))).toBe('导入1所学校、1人')
  expect(takeWords([line('new')])).toBe('导入1所学校')
  expect(profileWords(line('new').unit)).toBe('小学，党员31人，党支部')
  expect(peopleWords(lines[0]?.unit ?? line('new').unit)).toBe('书记何平（账号a）')
  expect(rosterBodyOf(lines.slice(0, 1)).units[0]).toMatchObject({ code: 'binjiang', people: [{ username: 'a' }] })
})

test('an office of the list is named, not counted as a school', () => {
  const office: RosterLine = {
    ...line('changed', [{ username: 'y-jc', name: '周平', role: 'inspector' }]), kind: 'office', unit: { code: 'y', name: '云江市教育局', people: [{ username: 'y-jc', name: '周平', role: 'inspector' }] },
  }
  expect(readWords([line('new'), office])).toBe('读到1所学校、云江市教育局、1人：新学校1所')
  expect(readWords([office])).toBe('读到云江市教育局、1人')
  expect([takeWords([office]), takeWords([line('new'), office]), takeWords([])]).toEqual(['导入1人', '导入1所学校、1人', '导入0所学校'])
  expect([outcomeWords(office), outcomeWords({ ...office, outcome: 'same' }), outcomeWords(line('new'))]).toEqual(['加1人', '和现在一样', '新学校'])
})

test('what changes is said from what to what, with who comes in, and is to be looked at', () => {
  const changed: RosterLine = {
    ...line('changed'),
    current: { name: '滨江小学', stages: ['primary', 'junior'], members: 28 },
    newPeople: ['b'],
    unit: {
      ...line('changed').unit,
      people: [{ username: 'a', name: '何平', role: 'secretary' }, { username: 'b', name: '柳青', role: 'clerk' }],
    },
  }
  expect(changeWords(changed)).toBe('学段从小学、初中改成小学；党员数从28人改成31人；党组织原来没有写，填党支部；加党务干部柳青')
  expect([asksForEyes(changed), changeWords(line('same')), asksForEyes(line('same')), asksForEyes(line('new'))]).toEqual([true, '', false, false])
})

test('former schools that come in are named with whose they are', () => {
  const office: RosterLine = {
    ...line('changed', [{ username: 'jc', name: '周平', role: 'inspector' }]), kind: 'office', newPeople: [], newFormer: [{ username: 'jc', units: ['育才小学', '实验小学'] }],
  }
  expect([changeWords(office), outcomeWords(office)]).toEqual(['周平曾任职育才小学、实验小学，检查时回避', '有改动'])
})

test('columns that are never taken are named', () => {
  const preview: RosterPreview = { fileName: '名单', units: [], findings: [], columns: [{ head: '学校', column: 'unit' }, { head: '手机', column: 'private' }] }
  expect(leftOut(preview)).toEqual(['手机'])
})

const sheet: LinkSheet = {
  expiresAt: '2026-12-24T08:00:00.000Z',
  slips: '',
  items: [
    { unit: 'b', unitName: '滨江小学', username: 'b-sj', name: '何平', role: 'secretary', isNew: true, url: 'https://zicha.example/links/one' },
    { unit: 'b', unitName: '滨江小学', username: 'b-dw', name: '柳青', role: 'clerk', isNew: true, url: 'https://zicha.example/links/two' },
    { unit: 'q', unitName: '青山幼儿园', username: 'q-dw', name: '韩梅', role: 'clerk', isNew: true, url: 'https://zicha.example/links/three' },
  ],
}

test('a school gets its own links and nobody else’s', () => {
  const [first] = linksBySchool(sheet)
  if (first === undefined) throw new Error('no school')
  expect(schoolText(first, sheet)).toBe(
    '滨江小学：自查通的账号开好了。各人点自己的链接设密码，只能用一次，12月24日前有效。\n' +
      '书记何平：https://zicha.example/links/one\n账号：b-sj\n党务干部柳青：https://zicha.example/links/two\n账号：b-dw',
  )
})

test('what goes to the group bears no link', () => {
  const text = groupText(sheet, '云江市教育局')
  expect(text).toContain('共2个单位、3人')
  expect(text).not.toContain('http')
  expect(text).not.toMatch(/[！!您]/u)
})
