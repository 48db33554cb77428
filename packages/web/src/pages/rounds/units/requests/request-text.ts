import type { RequestLink } from '../../../../api/contract.ts'
import { dayOf, dayWords } from '../../../../ui/day-words.ts'

/** What goes to the department in WeChat: who asks, for what, until when, the link. */
export const requestText = (school: string, { from, asks, note, expiresAt, url }: RequestLink): string =>
  [
    `${from}：请补一条“${asks}”的活动记录，不用账号，点开填日期，附一张照片或写明记录在哪里就行。`,
    ...(note === null ? [] : [note]),
    `链接只能交一次，${dayWords(dayOf(new Date(expiresAt)))}前有效：${url}`,
    `——${school}`,
  ].join('\n')
