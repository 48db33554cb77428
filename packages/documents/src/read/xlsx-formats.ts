import type { Archive } from './open-archive.ts'
import { walkXml } from './walk-xml.ts'

/** The formats that Excel knows by number alone (ECMA-376 18.8.30; 27–58 as Chinese Excel and WPS show them). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const part = 'xl/styles.xml'

/** The number format of each cell style, by the style's index; undefined where a number is shown plainly. */
export const readNumberFormats = (archive: Archive): readonly (string | undefined)[] => {
  const bytes = archive.part(part)
  if (bytes === undefined) return []
  const own = new Map<number, string>()
  const formats: (string | undefined)[] = []
  let inCells = false
  walkXml(bytes, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? '0')
        formats.push(own.get(id) ?? builtIn[id])
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return formats
}
