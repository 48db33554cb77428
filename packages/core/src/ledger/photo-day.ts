import { formatDay, isDay } from '../calendar.ts'

/** What the name of a photo, or of its folder, proposes: never a fact, only where a person starts from. */
export type PhotoName = { readonly day: string | null; readonly title: string }

/**
 * A day and a title out of where a photo lies: `3月12日党员大会/IMG_20260312.jpg`, `微信图片_20260312164010.jpg`. The file's
 * own name goes before its folders, the inner folder before the outer. A day without a year is one of `year`.
 */
export const readPhotoName = (path: string, year: number): PhotoName => {
  const steps = path.split(/[\\/]/).filter((step) => step !== '').reverse()
  const [file = '', ...folders] = steps
  const names = [file.replace(/\.[a-z0-9]{2,5}$/i, ''), ...folders]
  const read = names.map((name) => readName(name, year))
  return {
    day: read.find(({ day }) => day !== null)?.day ?? null,
    title: read.find(({ title }) => title !== '')?.title ?? '',
  }
}

/** `2026:03:12 16:40:05`, as cameras write the moment of a photo in their own local time. Null where it is no day. */
export const dayFromCapture = (text: string): string | null => {
  const found = /^\s*(\d{4})[:/-](\d{2})[:/-](\d{2})/.exec(text)
  return found === null ? null : plausible(Number(found[1]), Number(found[2]), Number(found[3]))
}

const readName = (name: string, year: number): PhotoName => {
  for (const { form, dayOf } of forms) {
    const found = form.exec(name)
    const day = found === null ? null : dayOf(found.slice(1).map(Number), year)
    if (found === null || day === null) continue
    return { day, title: titleOf(name.slice(0, found.index), name.slice(found.index + found[0].length)) }
  }
  return { day: null, title: titleOf(name, '') }
}

type Form = { readonly form: RegExp; readonly dayOf: (numbers: readonly number[], year: number) => string | null }

const fullDay = ([year = 0, month = 0, day = 0]: readonly number[]): string | null => plausible(year, month, day)
const dayOfYear = ([month = 0, day = 0]: readonly number[], year: number): string | null => plausible(year, month, day)

/** From the surest to the least sure. */
const forms: readonly Form[] = [
  // IMG_20260312_164010, 微信图片_20260312164010, IMG20260312WA0001; not a part of a longer number.
  { form: /(?<!\d)(20\d{2})(\d{2})(\d{2})(?:[_-]?\d{6}(?:\d{3})?|[_-]?\d{4})?(?!\d)/, dayOf: fullDay },
  { form: /(?<!\d)(20\d{2})[-_.年 ](\d{1,2})[-_.月 ](\d{1,2})日?(?:[ _T-]\d{1,2}[-.:_]\d{2}(?:[-.:_]\d{2})?)?(?!\d)/, dayOf: fullDay },
  // mmexport1773304810123: the moment in milliseconds, here as the day that it was in China.
  { form: /(?<!\d)(1[4-9]\d{11})(?!\d)/, dayOf: ([moment = 0]) => dayInChina(moment) },
  { form: /(?<!\d)(\d{1,2})月(\d{1,2})[日号]?(?!\d)/, dayOf: dayOfYear },
  { form: /^\s*(\d{1,2})[.-](\d{1,2})(?![\d.-])/, dayOf: dayOfYear },
]

const plausible = (year: number, month: number, day: number): string | null => {
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1) return null
  const text = formatDay(year, month, day)
  return isDay(text) ? text : null
}

/** Without a time zone's tables: China is eight hours ahead all year. */
const dayInChina = (moment: number): string | null => {
  const day = new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)
  return isDay(day) ? day : null
}

/** What a person wrote beside the day; nothing where a camera or a phone wrote the rest. */
const titleOf = (before: string, after: string): string => {
  const words = [before, after]
    .map((part) => part.replace(/[（(]\s*\d+\s*[)）]/g, '').replace(/^[\s_\-—.，,、]+|[\s_\-—.，,、]+$/g, ''))
    .filter((part) => part !== '')
    .join(' ')
    .replace(/[\s_\-—]*第?\d{1,3}张?$/, '')
    .trim()
  return /\p{Script=Han}{2}/u.test(words) && !byMachine.test(words) ? words : ''
}

/** Names that a phone, a chat or a folder bears by itself. */
const byMachine = /^(微信(图片|截图|照片)?|QQ图片|企业微信截图|屏幕截图|截图|截屏|照片|图片|相册|我的相册|手机(照片|相册)?|新建文件夹|下载|相机|佐证材料|材料|活动照片|\d*年?度?(照片|活动照片|图片|资料)?)[\s_\d]*$/
