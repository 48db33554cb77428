import { sayFullDay } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'
import type { Refusal } from './recognize-content.ts'

const type = (title: string, detail: string): Problem => new Problem({ code: 'evidence.type', status: 415, title, detail })

/** What the bytes are, said so that the person can send something that is taken. Nothing was stored. */
export const contentRefused = (why: Refusal): Problem => {
  switch (why) {
    case 'empty':
      return unprocessable('evidence.empty', '文件是空的', '这个文件是空的，没有存。请重新选一次；已填的文字都在。')
    case 'heic':
      return type('照片格式不收', '这张照片是HEIC格式，没有存。请在手机相机设置里选“兼容性最佳”，或截图后再传。')
    case 'old_office':
      return type('旧版文件不收', '这是旧版的Word或Excel文件，没有存。请用WPS另存为docx或xlsx再传。')
    case 'macros':
      return type('带宏的文件不收', '这个文件带有宏，没有存。请用WPS另存为不带宏的docx或xlsx再传。')
    case 'encrypted':
      return type('加密的文件不收', '这个文件设了密码，没有存。请用WPS去掉密码后再传。')
    case 'damaged':
      return unreadable()
    case 'unknown':
      return type('这种文件不收', '佐证材料收照片（JPG、PNG、WebP）、PDF、docx和xlsx，这个文件没有存。请换一种格式再传。')
  }
}

export const unreadable = (): Problem =>
  unprocessable('evidence.unreadable', '文件打不开', '这个文件打不开，可能传的时候断了。请用WPS打开确认后重新上传。')

export const tooManyPixels = (): Problem =>
  unprocessable('evidence.pixels', '照片太大', '这张照片超过5000万像素，没有存。请在相册里另存一张小图再选；已填的文字都在。')

export const hashDiffers = (): Problem =>
  unprocessable('evidence.hash', '文件没有传完整', '收到的文件和报的校验值不一样，可能传的时候断了，没有存。请重新上传。', [
    { pointer: '/sha256', detail: '收到的字节算出来不是这个值' },
  ])

/** 20 MB, said with what came where it was announced. */
export const fileTooLarge = (announced: number | undefined): Problem =>
  new Problem({
    code: 'evidence.too_large',
    status: 413,
    title: '文件太大',
    detail: `这个文件${announced === undefined ? '' : `${Math.ceil(announced / 1024 / 1024)} MB，`}超过上限20 MB。请在相册里另存一张小图再选；已填的文字都在。`,
  })

export const bytesMissing = (): Problem =>
  new Problem({
    code: 'evidence.bytes_missing',
    status: 503,
    title: '文件暂时取不到',
    detail: '这份材料的记录在，文件暂时取不到。请稍后再试，还不行就告诉管理员。',
    retryAfterSeconds: 60,
  })

export const photoRemoved = (): Problem =>
  new Problem({
    code: 'evidence.removed',
    status: 410,
    title: '照片已按保存期限删除',
    detail: '这张照片已按保存期限删除，名称和记录都还在。原件请到存放处找。',
  })

export const photosStillKept = (until: string): Problem =>
  new Problem({
    code: 'evidence.kept',
    status: 409,
    title: '还没到保存期限',
    detail: `这一轮的照片保存到${sayFullDay(until)}，期满后才能删除。现在一张也没有删。`,
  })

/** The machine has no room for the process that draws: the photo is fine, and whoever sent it keeps it. */
export const photosWait = (cause: unknown): Problem =>
  new Problem({
    code: 'evidence.wait',
    status: 503,
    title: '照片暂时存不进去',
    detail: '这会儿处理不了照片，这一张没有存。记录都在，稍后会再传。',
    retryAfterSeconds: 30,
    cause,
  })
