import { dayWords, untilWords } from '../../../ui/day-words.ts'

/** One text for the WeChat group: what is asked, until when, of whom, and where. No scolding, no list of who is late first. */
export const reminderText = (about: {
  readonly year: number
  readonly dueOn: string
  readonly today: string
  readonly names: readonly string[]
  readonly bureauName: string
  readonly address: string
}): string => {
  const due = `${dayWords(about.dueOn, Number(about.today.slice(0, 4)))}截止（${untilWords(about.today, about.dueOn)}）`
  return [
    `${about.year}年度自查表${due}。下面${about.names.length}所还没有提交：`,
    `${about.names.join('、')}。`,
    `填到一半的接着填就行，从这里进：${about.address}`,
    `忘了密码或有不清楚的，请找${about.bureauName}办公室。`,
  ].join('\n')
}
