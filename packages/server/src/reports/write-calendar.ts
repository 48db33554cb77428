import type { PlanAnswer } from '../assessments/assessments.contract.ts'

export type CalendarSource = {
  readonly round: string
  readonly unit: string
  readonly unitName: string
  readonly year: number
  readonly dueOn: string
  readonly lines: readonly PlanAnswer['due'][number][]
  readonly now: Date
}

/**
 * What is due, as an iCalendar feed (RFC 5545): whole days, no alarms, no titles of records and no names. A thing keeps its
 * uid, so that a phone moves it instead of showing it twice.
 */
export const writeCalendar = (source: CalendarSource): string => {
  const named = new Map<string, number>()
  const events = source.lines.flatMap((line) => {
    if (line.by === null) return []
    // One criterion may ask for several meetings of one month: what is asked is part of the name.
    const name = `${line.criterion}-${line.what}-${line.period ?? ''}`
    const before = named.get(name) ?? 0
    named.set(name, before + 1)
    const summary = `${line.what}（第${line.item}条${line.period === null ? '' : `，${line.period}`}）`
    return [event(source, before === 0 ? name : `${name}-${before + 1}`, line.by, summary, '开过就记一笔；没开过，请如实空着。')]
  })
  const deadline = event(source, 'due', source.dueOn, `${source.year}年度自查截止`, '提交给教育局的最后一天。')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zicha//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`${source.unitName} ${source.year}年度自查`)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events.flat(),
    ...deadline,
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}

const event = (source: CalendarSource, name: string, day: string, summary: string, description: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${encodeURIComponent(`${source.round}-${source.unit}-${name}`)}@zicha`,
  `DTSTAMP:${source.now.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
  `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** At most 75 octets a line, cut between characters; the next begins with a blank. */
const folded = (line: string): string => {
  const pieces: string[] = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 74) {
      pieces.push(' ')
      octets = 1
    }
    pieces[pieces.length - 1] += character
    octets += size
  }
  return `${pieces.join('\r\n')}\r\n`
}
